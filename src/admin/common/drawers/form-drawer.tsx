import { Alert, Button, Drawer } from "@medusajs/ui"
import type { FormEvent, PropsWithChildren, ReactNode } from "react"
import { useWords } from "../../words/use-words"
import { DrawerHead } from "./drawer-head"
import { Live } from "../live"
import { SideDrawer } from "./side-drawer"
import { useGuardedClose } from "./use-guarded-close"

interface FormDrawerProps {
  title: string
  description: string
  submitLabel: string
  isBusy: boolean
  canSubmit?: boolean
  /** What is submitted cannot be undone. */
  isDangerous?: boolean
  /** Something was entered that closing would lose, so that it is asked about. */
  isDirty: boolean
  error: unknown
  /** Further buttons, left of the one that submits. */
  buttons?: ReactNode
  onSubmit: () => void
  onClose: () => void
}

/** A form at the side of the page. It stays open, with the reason above the buttons, when the server refuses. */
export function FormDrawer(props: PropsWithChildren<FormDrawerProps>) {
  const { t, problem } = useWords()
  const close = useGuardedClose(props.isDirty, props.onClose)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // React passes events on to the parents of a portal: the form of an outer drawer must not be submitted.
    event.stopPropagation()
    props.onSubmit()
  }
  return (
    <SideDrawer onClose={close}>
      <form onSubmit={submit} className="flex h-full flex-col overflow-hidden" noValidate>
        <DrawerHead title={props.title} description={props.description} />
        <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
          {props.children}
          <Live isUrgent>
            {Boolean(props.error) && <Alert variant="error">{problem(props.error)}</Alert>}
          </Live>
        </Drawer.Body>
        <Drawer.Footer>
          <Drawer.Close asChild>
            <Button type="button" size="small" variant="secondary">
              {t("actions.close")}
            </Button>
          </Drawer.Close>
          {props.buttons}
          <Button
            type="submit"
            size="small"
            variant={props.isDangerous ? "danger" : "primary"}
            isLoading={props.isBusy}
            disabled={props.canSubmit === false}
          >
            {props.submitLabel}
          </Button>
        </Drawer.Footer>
      </form>
    </SideDrawer>
  )
}
