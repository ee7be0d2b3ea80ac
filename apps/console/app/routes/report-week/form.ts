import { weekAnswerForm } from '../time-approval/form'

export const reportAnswerForm = weekAnswerForm('approved', 'sent-back')
