export type UploadAnswer = {
  id?: string
  message?: string
  code?: string
  fields?: Record<string, string>
}

export type Upload = { answer: Promise<UploadAnswer>; cancel: () => void }

const LOST = 'Chưa gửi được tệp: mất đường truyền. Tệp vẫn được chọn, có mạng thì bấm gửi lại.'

/** Sends a file as it is, telling how much of it has gone; it may be stopped on the way. */
export function upload(file: Blob, told: Record<string, string>, onSent: (share: number) => void): Upload {
  const request = new XMLHttpRequest()
  const answer = new Promise<UploadAnswer>((resolve) => {
    request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) onSent(loaded / total)
    })
    request.addEventListener('load', () => resolve(read(request)))
    request.addEventListener('error', () => resolve({ message: LOST }))
    request.addEventListener('abort', () => resolve({ message: 'Đã dừng gửi. Chưa lưu gì.' }))
    request.open('POST', `/api/evidence?${new URLSearchParams(told)}`)
    request.send(file)
  })
  return { answer, cancel: () => request.abort() }
}

function read({ status, responseText }: XMLHttpRequest): UploadAnswer {
  try {
    return JSON.parse(responseText) as UploadAnswer
  } catch {
    return { message: status === 413 ? 'Tệp lớn quá 20 MB.' : LOST }
  }
}
