import CommandLine

await runDatajam()
