package io.plumbline.patients.consents;

import io.plumbline.shared.ids.ConsentTextId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads consent texts with the names of their authors. */
@Component
class ConsentTextQuery {
    private static final String VERSIONS = """
            select v.id, t.kind, t.language, v.number, v.title, v.body, v.valid_from, v.ask_again, v.published_at,
                coalesce(s.display_name, '') as published_by
            from consent_text t join consent_text_version v on v.text_id = t.id
                left join staff_account s on s.id = v.published_by
            """;

    private final JdbcClient jdbc;

    ConsentTextQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<PublishedConsentText> find(ConsentTextId id) {
        return jdbc.sql(VERSIONS + "where v.id = :id")
                .param("id", id)
                .query(PublishedConsentText.class)
                .optional();
    }

    Optional<PublishedConsentText> findCurrent(ConsentTextKey key, LocalDate on) {
        return jdbc.sql(VERSIONS
                        + "where t.kind = :kind and t.language = :language and v.valid_from <= :on"
                        + " order by v.number desc limit 1")
                .param("kind", key.kind())
                .param("language", key.language())
                .param("on", on)
                .query(PublishedConsentText.class)
                .optional();
    }

    /** Returns the newest texts that are valid on a day, one of each kind and language. */
    List<PublishedConsentText> findCurrent(LocalDate on) {
        return jdbc.sql(VERSIONS + """
                        where v.number = (select max(n.number) from consent_text_version n
                            where n.text_id = t.id and n.valid_from <= :on)
                        order by t.kind, t.language""")
                .param("on", on)
                .query(PublishedConsentText.class)
                .list();
    }

    List<PublishedConsentText> findVersions(ConsentTextKey key) {
        return jdbc.sql(VERSIONS + "where t.kind = :kind and t.language = :language order by v.number desc")
                .param("kind", key.kind())
                .param("language", key.language())
                .query(PublishedConsentText.class)
                .list();
    }

    /** Returns a row for each text, also for those that nobody has begun. */
    List<ConsentTextRow> findRows() {
        Map<ConsentTextKey, ConsentTextRow> begun = jdbc.sql("""
                        select t.kind, t.language, t.published, t.draft is not null as has_draft,
                            coalesce(v.title, '') as title, v.valid_from
                        from consent_text t left join consent_text_version v
                            on v.text_id = t.id and v.number = t.published""").query(ConsentTextRow.class).list().stream()
                .collect(Collectors.toMap(ConsentTextRow::key, row -> row));
        return ConsentTextKey.all().stream()
                .map(key -> begun.getOrDefault(key, new ConsentTextRow(key, 0, "", null, false)))
                .toList();
    }
}
