/** 扫码登录 and 批量办理 by wire names; part of `procedures`. */
import { getBatchPreview, runBatch } from './batch.contract';
import {
  answerTicket,
  askTicket,
  enter,
  getTicket,
  leaveComputers,
  listComputers,
  scanTicket,
} from './console.contract';

export const consoleProcedures = {
  'batch.getPreview': getBatchPreview,
  'batch.run': runBatch,
  'console.askTicket': askTicket,
  'console.getTicket': getTicket,
  'console.enter': enter,
  'console.scanTicket': scanTicket,
  'console.answerTicket': answerTicket,
  'console.listComputers': listComputers,
  'console.leaveComputers': leaveComputers,
} as const;
