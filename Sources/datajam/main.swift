import Commands

await runDatajam()
