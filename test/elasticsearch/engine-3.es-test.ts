import { contractOn } from './engine-contract.ts'

contractOn(3)
