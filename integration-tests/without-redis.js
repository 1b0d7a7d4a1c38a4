// What a shell has set counts only in "redis" and "instances", which are about it.
delete process.env.REDIS_URL
