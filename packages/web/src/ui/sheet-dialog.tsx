import type { ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'

type Props = {
  readonly title: string
  readonly onClose: () => void
  /** Closing by a stray click would lose what is shown once. */
  readonly keepOpen?: boolean
  readonly children: ReactNode
}

/** A dialog over the screen while it is rendered; takes the focus, gives it back, and asks to be closed on Escape. */
export function SheetDialog({ title, onClose, keepOpen = false, children }: Props) {
  return (
    <ModalOverlay
      className="shade"
      isOpen
      isDismissable={!keepOpen}
      isKeyboardDismissDisabled={keepOpen}
      onOpenChange={next => {
        if (!next) onClose()
      }}
    >
      <Modal className="dialog__frame">
        <Dialog className="dialog">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
