/** One number that carries the story. */

type KeyFigureProps = { readonly value: string; readonly label: string };

/** The number, large and red, and what it counts; beside the body on wide screens. */
export function KeyFigure({ value, label }: KeyFigureProps) {
  return (
    <div className="key hang">
      <b className={[...value].length > 6 ? 'key-long' : undefined}>{value}</b> <span>{label}</span>
    </div>
  );
}
