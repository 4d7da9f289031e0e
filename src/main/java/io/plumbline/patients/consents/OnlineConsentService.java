package io.plumbline.patients.consents;

import io.plumbline.access.PatientRecords;
import io.plumbline.patients.ConsentKind;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Consents that patients give themselves, online. The calling module checks that it is the patient. */
@Service
@Transactional
@Requires(Permission.ONLINE_INTAKE_ANSWER)
public class OnlineConsentService {
    private final PatientConsents consents;
    private final ConsentTextService texts;
    private final PatientRecords records;
    private final JdbcClient jdbc;
    private final Clock clock;

    OnlineConsentService(
            PatientConsents consents, ConsentTextService texts, PatientRecords records, JdbcClient jdbc, Clock clock) {
        this.consents = consents;
        this.texts = texts;
        this.records = records;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Returns the current texts of the kinds that are asked online and to which the patient has not agreed, or is asked
     * to agree again, in each language.
     *
     * @param today the day at the clinic
     */
    @Transactional(readOnly = true)
    public List<PublishedConsentText> findToAsk(PatientId patient, LocalDate today) {
        var current = findCurrent(today);
        if (current.isEmpty()) {
            return current;
        }
        var settled = settled(patient, today);
        return current.stream()
                .filter(text -> !settled.contains(text.key().kind()))
                .toList();
    }

    private Set<ConsentKind> settled(PatientId patient, LocalDate today) {
        var keys = keys(patient, ConsentKind.values());
        return jdbc
                .sql("""
                    select c.kind from patient_consent c
                        left join consent_text_version v on v.id = c.text_id left join consent_text x on x.id = v.text_id
                    where c.current_key in (:keys) and not exists (
                        select 1 from consent_text t join consent_text_version n on n.text_id = t.id
                        where t.kind = c.kind and t.language = coalesce(x.language, 'ENGLISH') and n.ask_again
                            and n.valid_from <= :today and n.number > coalesce(v.number, 0))\
                    """)
                .param("keys", keys)
                .param("today", today)
                .query((row, n) -> ConsentKind.valueOf(row.getString("kind")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<String> keys(PatientId patient, ConsentKind... kinds) {
        return records.of(patient).stream()
                .flatMap(record -> Arrays.stream(kinds).map(kind -> PatientConsent.key(record, kind)))
                .toList();
    }

    /**
     * Records what the patient agreed to, as of now. Consents of the kind that are in force on any record of the patient
     * are replaced. Where one of them is to the same text, it stays and stands for what the patient agreed to.
     *
     * @param today the day at the clinic
     */
    public void give(PatientId patient, OnlineConsent given, LocalDate today) {
        given.texts().forEach(text -> give(patient, text, given, clock.instant(), today));
    }

    /**
     * Returns the current texts of all kinds that are asked online, in each language, for somebody who is no patient yet.
     *
     * @param today the day at the clinic
     */
    @Transactional(readOnly = true)
    public List<PublishedConsentText> findCurrent(LocalDate today) {
        return texts.findCurrent(today).stream()
                .filter(text -> text.key().kind().isAskedOnline())
                .toList();
    }

    /**
     * Records what somebody agreed to who was no patient yet, with the time at which they did. What the patient agreed to
     * since, or withdrew since, stands.
     *
     * @param given the ids of the texts as they were shown, who agreed, and from which network address
     * @param at when they agreed
     * @param on that day at the clinic
     * @param leftOut kinds of which nothing is recorded
     */
    public void giveAsOf(
            PatientId patient, OnlineConsent.Earlier given, Instant at, LocalDate on, Set<ConsentKind> leftOut) {
        for (var id : given.texts()) {
            var text = texts.find(id).orElseThrow(NotAvailable::new);
            var kind = text.key().kind();
            if (!leftOut.contains(kind) && !isSettledSince(patient, kind, on)) {
                give(
                        patient,
                        text,
                        new OnlineConsent(List.of(text), given.agreement(), given.address(), given.intake()),
                        at,
                        on);
            }
        }
    }

    private boolean isSettledSince(PatientId patient, ConsentKind kind, LocalDate on) {
        return consents.findByCurrentKeyIn(keys(patient, kind)).stream().anyMatch(one -> one.isAfter(on))
                || !jdbc.sql("""
                        select 1 from patient_consent
                        where patient_id in (:records) and kind = :kind and withdrawn_on >= :on and undone_at is null
                        limit 1""")
                        .param("records", Ids.bytes(records.of(patient), PatientId::value))
                        .param("kind", kind.name())
                        .param("on", on)
                        .query(Integer.class)
                        .list()
                        .isEmpty();
    }

    private void give(PatientId patient, PublishedConsentText text, OnlineConsent given, Instant at, LocalDate today) {
        var portal = CurrentUser.SYSTEM.staff();
        var consent = PatientConsent.given(
                        patient,
                        ConsentDraft.to(text.key().kind(), text.id(), given.agreement(), today),
                        text,
                        portal,
                        today,
                        portal,
                        at)
                .from(given.address(), given.intake());
        var inForce = consents.findByCurrentKeyIn(keys(patient, text.key().kind()));
        var same = inForce.stream().filter(one -> one.isTo(text.id())).findFirst();
        var now = same.orElse(consent);
        for (var before : inForce) {
            if (!before.isTo(text.id())) {
                before.replaceWith(now.id().value(), text.id().value(), today);
                consents.saveAndFlush(before);
            }
        }
        if (same.isEmpty()) {
            consents.saveAndFlush(consent);
        }
    }
}
