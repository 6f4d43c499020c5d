/** A chosen file as the action takes it. */
export async function chosenFile(input: FormDataEntryValue | null): Promise<{ file: string; fileName: string }> {
  if (!(input instanceof File) || input.size === 0) return { file: '', fileName: '' }
  const bytes = new Uint8Array(await input.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768))
  return { file: btoa(text), fileName: input.name }
}
