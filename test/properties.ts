import fc from 'fast-check'

/** The same cases on every machine and in every run, so that a test fails for what was changed and not by chance. */
fc.configureGlobal({ seed: 20_260_401 })

export { fc }
