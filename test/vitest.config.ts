import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.ts'],
    // a hang is told after ten minutes; a machine that is busy with other things is no failure
    testTimeout: 600_000,
    hookTimeout: 600_000,
    pool: 'forks',
    // vitest leaves one core free by default: on two cores that is half the speed
    maxWorkers: '100%',
    reporters: ['default'],
    env: { TZ: 'Asia/Shanghai' },
  },
})
