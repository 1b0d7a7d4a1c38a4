// Whoever wants Redis runs in the project "redis"; the others do not depend on what a shell has set.
delete process.env.REDIS_URL
