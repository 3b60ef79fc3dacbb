import { Paperclip } from 'lucide-react';
import { useRef, type ReactElement } from 'react';
import { Button, type ButtonLook } from '../actions/button';
import { IconButton } from '../actions/icon-button';

export type FileButtonProps = {
  label: string;
  onFiles: (files: readonly File[]) => void;
  /** With its words beside the clip. */
  words?: boolean;
  look?: ButtonLook;
  single?: boolean;
  disabled?: boolean;
};

/** Opens the system's choice of files. */
export function FileButton({ label, onFiles, words = false, look = 'quiet', single = false, disabled = false }: FileButtonProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  const choose = (): void => input.current?.click();
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple={!single}
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file chosen again is a new choice.
          event.target.value = '';
          if (files.length > 0) {
            onFiles(files);
          }
        }}
      />
      {words ? (
        <Button look={look} size="small" icon={Paperclip} disabled={disabled} onClick={choose}>
          {label}
        </Button>
      ) : (
        <IconButton look={look} size="small" icon={Paperclip} label={label} disabled={disabled} onClick={choose} />
      )}
    </>
  );
}
