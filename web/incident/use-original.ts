/** The original bytes of evidence, saved as a file that nothing opens by itself. */
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { downloadEvidence, viewIncident } from '../../contract/incident.ts';
import { apiBytes } from '../api/api.ts';
import { saveFile } from '../ui/page/save-file.ts';

type Original = {
  readonly incidentId: string;
  readonly evidenceId: string;
  readonly sha256: string;
};

/** Resolves to the name of the saved file: its hash, since names out of a capture are hostile. */
export function useOriginal({
  incidentId,
  evidenceId,
  sha256,
}: Original): UseMutationResult<string, Error, void> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const bytes = await apiBytes(downloadEvidence, { params: { incidentId, evidenceId } });
      const name = `${sha256}.bin`;
      saveFile(bytes, name);
      return name;
    },
    // The download is an act: it stands in the timeline now.
    onSuccess: () => client.invalidateQueries({ queryKey: [viewIncident.name] }),
  });
}
