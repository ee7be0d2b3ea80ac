// Loaded into each app: when the process that started it is gone, its channel closes, and the app has to go too.
process.channel?.unref()
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), 12_000).unref()
})
