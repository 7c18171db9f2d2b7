import { onScopeDispose, ref, watchEffect, type Ref } from 'vue'

/** The time in milliseconds of the Unix epoch, which moves only while it is wanted. */
export function useNow(wanted: Ref<boolean>): Ref<number> {
  const now = ref(Date.now())
  let timer: ReturnType<typeof setInterval> | undefined
  watchEffect(() => {
    clearInterval(timer)
    if (!wanted.value) return
    now.value = Date.now()
    timer = setInterval(() => (now.value = Date.now()), 200)
  })
  onScopeDispose(() => clearInterval(timer))
  return now
}
