/** What a role must have to send a command or ask a query; deny by default. */
export type Permission =
  | 'read-board'
  | 'read-customers'
  | 'read-log'
  | 'schedule'
  | 'take-calls'
  | 'record-work'
  | 'edit-people'
  | 'edit-stock'
  | 'administer'
  | 'maintain';
