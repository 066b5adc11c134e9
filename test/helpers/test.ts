import { runTap, testFiles } from './tap.ts'

// `npm test [-- FILE...]`: the files given, or all. An option of tap is passed on.
const args = process.argv.slice(2)
const files = args.filter(a => !a.startsWith('-'))
process.exitCode = await runTap(files.length > 0 ? files : testFiles('.test.ts'), { args: args.filter(a => a.startsWith('-')) })
