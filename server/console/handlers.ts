/** 扫码登录: part of the handlers of the function `api`. */
import { leaveComputers, listComputers } from './computers';
import { answerTicket, askTicket, enter, getTicket, scanTicket } from './tickets';

export const consoleHandlers = {
  'console.askTicket': askTicket,
  'console.getTicket': getTicket,
  'console.enter': enter,
  'console.scanTicket': scanTicket,
  'console.answerTicket': answerTicket,
  'console.listComputers': listComputers,
  'console.leaveComputers': leaveComputers,
} as const;
