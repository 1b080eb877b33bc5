/** The bound book as a file of the reader's own; every printing is on the ledger. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { printBook } from '../../contract/registry.ts';
import type { Register } from '../../core/numbering/series.ts';
import { apiBytes } from '../api/api.ts';
import { useText } from '../text/catalogue.ts';
import { registerText } from './register-text.ts';

function saveAs(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

export function usePrintBook(register: Register, year: number) {
  const { fileName } = useText(registerText);
  const client = useQueryClient();
  return useMutation({
    mutationKey: [printBook.name],
    mutationFn: () => apiBytes(printBook, { params: { register, year } }),
    onSuccess: (book) => {
      saveAs(book, `${fileName[register]}-${year}.pdf`);
      return client.invalidateQueries();
    },
  });
}
