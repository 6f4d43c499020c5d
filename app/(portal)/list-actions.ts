'use server'

import { action } from '@/lib/server/action'
import * as views from '@/lib/server/lists/saved-views'

export const saveView = action(views.SaveView, views.saveView)
export const removeView = action(views.ViewId, views.removeView)
export const chooseView = action(views.ChooseView, views.chooseView)
