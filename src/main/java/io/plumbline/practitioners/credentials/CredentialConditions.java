package io.plumbline.practitioners.credentials;

/** What follows a credential {@code c}, as conditions of a statement; the same rules as in {@link CredentialRow}. */
public final class CredentialConditions {
    private static final String VOID_FROM = """
            (case when c.revoked_on is null or c.valid_until < c.revoked_on then c.valid_until + interval '1' day
                else c.revoked_on end)""";

    private static final String FOLLOWED_BY = """
            exists (select 1 from credential d
                where d.practitioner_id = c.practitioner_id and d.id <> c.id and d.kind = c.kind
                and coalesce(d.discipline, '') = coalesce(c.discipline, '')
                and d.verified_at is not null and d.revoked_on is null
                and %1$s is not null and (d.valid_until is null or d.valid_until >= %1$s)
                and d.valid_from <= %2$s)""";

    /** Whether another credential has replaced {@code c} by {@code :today}. */
    public static final String REPLACED = FOLLOWED_BY.formatted(VOID_FROM, ":today");

    /** Whether another credential follows {@code c} without a gap. */
    public static final String RENEWED = FOLLOWED_BY.formatted(VOID_FROM, VOID_FROM);

    private CredentialConditions() {}
}
