/** 不导入的行: the first of them with what to do, all of them as a file. */
import { useState } from 'react';

import type { ImportDetail } from '@contract/import.contract';
import { COLUMN_WORDS, FAULT_WORDS } from '@domain/import/fault-words';

import { formatCount } from '@/lib/format';
import { openFile } from '@/platform/open-file';
import { Button } from '@/ui/button';
import { Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { View } from '@/ui/primitives';
import { Notice } from '@/ui/states';

type Fault = ImportDetail['faults'][number];

function detailOf({ column, value, fault }: Fault): string[] {
  const what = value === '' ? COLUMN_WORDS[column] : `${COLUMN_WORDS[column]}：${value}`;
  return [what, FAULT_WORDS[fault].nextStep];
}

/** 花名册.xlsx → 花名册; nothing that parts a path. */
function bareName(fileName: string): string {
  return fileName.replace(/\.[^.]*$/, '').replace(/[\\/:*?"<>|]/g, '');
}

export function FaultList({ view }: { view: ImportDetail }) {
  const { faults, counts, errorFileUrl } = view;
  if (faults.length === 0) return null;
  const title = `不导入的 ${formatCount(counts.refusedCount)} 行`;
  return (
    <Section title={title}>
      {errorFileUrl === null ? null : (
        <Download url={errorFileUrl} fileName={`${bareName(view.fileName)}_错误清单.xlsx`} />
      )}
      <List>
        {faults.map((fault) => (
          <ListRow
            key={`${String(fault.row)} ${fault.fault}`}
            title={`第 ${String(fault.row)} 行 ${fault.name}：${FAULT_WORDS[fault.fault].title}`}
            detail={detailOf(fault)}
          />
        ))}
      </List>
    </Section>
  );
}

function Download({ url, fileName }: { url: string; fileName: string }) {
  const [hasFailed, setFailed] = useState(false);
  return (
    <View className="imports-form">
      <Button
        kind="secondary"
        onPress={() => {
          void openFile(url, fileName).then((isOpen) => {
            setFailed(!isOpen);
          });
        }}
      >
        下载错误清单
      </Button>
      {hasFailed ? (
        <Notice tone="error" title="文件没有打开">
          请刷新这一页再点一次；文件还在。
        </Notice>
      ) : null}
    </View>
  );
}
