import { useQuery } from "@tanstack/react-query"
import { callApi } from "./api"
import { keys } from "./keys"

interface UserResponse {
  user: { first_name: string | null; last_name: string | null; email: string }
}

/** What a member of staff is called; null until it is known, and when it may not be read. */
export function usePerson(id: string | null): string | null {
  const { data } = useQuery({
    queryKey: keys.person(id ?? ""),
    enabled: id !== null && id.startsWith("user_"),
    queryFn: () => callApi<UserResponse>(`users/${id}`),
    staleTime: Infinity,
    retry: false,
  })
  if (!data) return null
  const { first_name, last_name, email } = data.user
  return [first_name, last_name].filter(Boolean).join(" ") || email
}
