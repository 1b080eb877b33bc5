/** The file that was handed in, saved for who judges it; nothing opens it by itself. */
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { takeFile } from '../../../contract/publication/request.ts';
import { apiBytes } from '../../api/api.ts';
import { useText } from '../../text/catalogue.ts';
import { FormError } from '../../ui/field/form-error.tsx';
import { saveFile } from '../../ui/page/save-file.ts';
import classes from './request.module.css';
import { requestText } from './request-text.ts';

type TakeFileProps = {
  readonly requestId: string;
  readonly textId: string;
  readonly version: number;
  readonly kind: string;
};

export function TakeFile({ requestId, textId, version, kind }: TakeFileProps) {
  const text = useText(requestText);
  const take = useMutation({
    mutationFn: async () => {
      const bytes = await apiBytes(takeFile, { params: { requestId, textId } });
      saveFile(bytes, `van-ban-${version}.${kind}`);
    },
  });
  return (
    <div className={classes.buttons}>
      <Button variant="default" size="xs" loading={take.isPending} onClick={() => take.mutate()}>
        {text.takeFile(String(version))}
      </Button>
      <span className={classes.soft}>{text.takeFileHint}</span>
      <FormError error={take.error} />
    </div>
  );
}
