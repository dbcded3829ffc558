import { words } from '../../app/words.ts'

/** The head of a calendar that is read as a plain table: date, mandate, activity. */
export const CalendarHead = () => (
  <thead>
    <tr>
      <th scope="col">{words('calendar.date')}</th>
      <th scope="col">{words('calendar.mandate')}</th>
      <th scope="col">{words('calendar.activity')}</th>
    </tr>
  </thead>
)
