import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** How wide a drawing may be, in pixels of the screen: letters in it keep their size on a phone. */
export function useWidth<Box extends HTMLElement>(otherwise = 640) {
  const box = useRef<Box>(null)
  const [width, setWidth] = useState(otherwise)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    setWidth(Math.max(240, element.clientWidth))
    const observer = new ResizeObserver(() => setWidth(Math.max(240, element.clientWidth)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { box, width }
}
