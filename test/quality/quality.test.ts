import t from 'tap'
import { figures, laterSets, ownSets, predictions, trouble } from './command.cases.ts'
import { advertFiles, labelForms, titleFiles } from './files.cases.ts'
import { deniedLoad, fieldArithmetic, loadArithmetic, loadKeys, titleArithmetic } from './metrics.cases.ts'

t.test('titles: the sums', titleArithmetic)
t.test('fields: the sums', fieldArithmetic)
t.test('load: the sums', loadArithmetic)
t.test('load: a bare denial', deniedLoad)
t.test('load: labels by FML key', loadKeys)
t.test('a file of titles', titleFiles)
t.test('a file of adverts', advertFiles)
t.test('labels in several forms', labelForms)
t.test('quality: figures', figures)
t.test('quality: without labels, what was read', predictions)
t.test('quality: rows and files that cannot be used', trouble)
t.test('quality: our own sets', ownSets)
t.test('quality: sets written later', laterSets)
