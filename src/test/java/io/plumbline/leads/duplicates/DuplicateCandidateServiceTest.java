package io.plumbline.leads.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.Conversion;
import io.plumbline.leads.Conversion.FirstVisit;
import io.plumbline.leads.LeadConsultationService;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadReturnService;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadStatus;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientHeaderService;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.store.Utc;
import io.plumbline.support.DuplicateSearches;
import io.plumbline.support.FreshStore;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import io.plumbline.support.TestLeads;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may be the same person where not everybody may see both. */
@StoreTest
@FreshStore
@OnMySql("searches at once lock pairs in one order, else MySQL ends them as deadlocked")
// it searches among all patients and leads of a store
class DuplicateCandidateServiceTest {
    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    @Autowired
    PatientHeaderService headers;

    @Autowired
    TestGroup group;

    @Autowired
    TestLeads received;

    @Autowired
    Staff staff;

    @Autowired
    LeadService leads;

    @Autowired
    LeadConsultationService consultations;

    @Autowired
    LeadReturnService returns;

    @Autowired
    LeadMatchService matches;

    @Autowired
    DuplicateCandidateService duplicates;

    @Autowired
    DuplicateSearchService search;

    @Autowired
    PatientService patients;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @BeforeEach
    void managersOfOneClinicEach() {
        group.account("westmanager", Role.MANAGER, group.west);
        group.account("eastmanager", Role.MANAGER, group.east);
    }

    @Test
    void aMatchingPatientIsProposedToStaffWhoMaySeeIt() {
        var phone = phone();
        var known = patient("Ilse", "Marten", phone, group.west);
        patient("Otto", "Ganz", phone, group.west);
        var lead = received.lead("Ilsa Martin", phone, group.west);
        assertThat(like("westdesk", lead))
                .satisfiesExactly(
                        first -> {
                            assertThat(first.patient().id()).isEqualTo(known);
                            assertThat(first.score().words()).isEqualTo("same phone, name sounds alike");
                        },
                        household -> assertThat(household.score().isHousehold()).isTrue());
        var bySound = received.lead("Martin, Ilsa", phone(), group.west);
        assertThat(like("westdesk", bySound)).singleElement().satisfies(one -> {
            assertThat(one.patient().id()).isEqualTo(known);
            assertThat(one.score().words()).isEqualTo("name sounds alike");
        });
        assertThat(asked("manager", DuplicateFilter.OPEN, lead)).isEmpty();
    }

    @ParameterizedTest(name = "{1} may be {0}")
    @CsvSource(textBlock = """
        Ann O'Doublan,      Ann o Doublan
        Ann o Doublin,      Ann O'Doublin
        Ana de la Dobla,    Ana Deladobla
        Ana Doblatella,     Ana Dobla-Tella
        Ana Doblo-Bella,    Ana Doblobella
        """)
    void anotherSpellingOfTheNameIsProposed(String name, String other) {
        var known = received.lead(name, phone(), group.west);
        var lead = received.lead(other, phone(), group.west);
        assertThat(staff.as("westdesk", () -> matches.leads(other, null, null)))
                .extracting(LeadMatch::id)
                .contains(known, lead);
    }

    @Test
    void aMatchingPatientOfAnotherClinicIsProposedToTheManagersOfBothClinics() {
        var phone = phone();
        var known = patient("Nadja", "Orlow", phone, group.east);
        var lead = received.lead("Nadja Orlow", phone, group.west);
        assertThat(like("westdesk", lead)).isEmpty();
        assertThat(like("westmanager", lead)).isEmpty();
        assertThat(like("manager", lead)).extracting(one -> one.patient().id()).containsExactly(known);

        assertThat(asked("westmanager", DuplicateFilter.OPEN, lead))
                .singleElement()
                .satisfies(pair -> {
                    assertThat(pair.earlier()).isEqualTo(new DuplicateCandidate.Known(known, null));
                    assertThat(pair.later().fullName()).isEqualTo("Nadja Orlow");
                    assertThat(pair.reasons()).isEqualTo("same phone, same name");
                });
        assertThat(asked("eastmanager", DuplicateFilter.OPEN, lead))
                .singleElement()
                .satisfies(pair -> {
                    assertThat(patientOf(pair)).isEqualTo("Nadja Orlow");
                    assertThat(pair.later().fullName()).isNull();
                    assertThat(pair.mayBeConverted()).isFalse();
                });
        assertThat(asked("manager", DuplicateFilter.OPEN, lead)).singleElement().satisfies(pair -> {
            assertThat(patientOf(pair)).isEqualTo("Nadja Orlow");
            assertThat(pair.mayBeConverted()).as("nobody has spoken with them").isFalse();
        });

        staff.doAs("manager", () -> leads.logCall(lead, open(lead).version(), CallOutcome.REACHED));
        assertThat(asked("manager", DuplicateFilter.OPEN, lead))
                .singleElement()
                .satisfies(pair -> assertThat(pair.mayBeConverted()).isTrue());
        var visit = new FirstVisit(
                group.west,
                group.chiropractor,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(20),
                LocalTime.of(9, 0));
        staff.doAs(
                "manager",
                () -> consultations.convert(
                        lead, open(lead).version(), new Conversion(null, known, group.west, visit)));
        assertThat(asked("manager", DuplicateFilter.OPEN, lead)).isEmpty();
        assertThat(asked("eastmanager", DuplicateFilter.SETTLED, lead))
                .singleElement()
                .satisfies(pair -> assertThat(pair.settled())
                        .isEqualTo(new DuplicateCandidate.Settled(DuplicateOutcome.CONVERTED, "manager")));
    }

    @Test
    void aSharedPhoneOrNameAloneIsNotProposedAcrossClinics() {
        var phone = phone();
        patient("Somebody", "Different", phone, group.east);
        var lead = received.lead("Arno Feld", phone, group.west);
        patient("Arno", "Feld", phone(), group.east);
        var other = received.lead("Arno Feld", phone(), group.west);
        assertThat(asked("manager", DuplicateFilter.OPEN, lead)).isEmpty();
        assertThat(asked("manager", DuplicateFilter.OPEN, other))
                .as("many share a name")
                .isEmpty();
    }

    @Test
    void duplicatesAreSearchedAgainWhenALeadIsAssignedOrEdited() {
        var phone = phone();
        var stays = received.lead("Mira Kolb", phone, group.west);
        var moves = received.lead("Mira Kolb", phone, group.west);
        assertThat(asked("manager", DuplicateFilter.OPEN, stays)).isEmpty();
        assign(moves, group.east);
        assertThat(asked("westmanager", DuplicateFilter.OPEN, stays))
                .singleElement()
                .satisfies(pair -> {
                    assertThat(pair.earlier())
                            .isInstanceOfSatisfying(DuplicateCandidate.Side.class, lead -> assertThat(lead.fullName())
                                    .isEqualTo("Mira Kolb"));
                    assertThat(pair.later().fullName()).isNull();
                });
        assertThat(asked("eastmanager", DuplicateFilter.OPEN, moves)).hasSize(1);
        assign(moves, group.west);
        assertThat(asked("manager", DuplicateFilter.OPEN, stays))
                .as("whoever calls the one sees the other")
                .isEmpty();
        assign(moves, group.east);
        assertThat(asked("manager", DuplicateFilter.OPEN, stays)).hasSize(1);
        staff.doAs(
                "manager",
                () -> leads.correct(
                        moves, open(moves).version(), received.draft("Somebody Else", phone(), group.east)));
        assertThat(asked("manager", DuplicateFilter.OPEN, stays))
                .as("nothing speaks for it any more")
                .isEmpty();
    }

    @Test
    void aMergedLeadsCandidatesReturnOnceItIsUnmerged() {
        var phone = phone();
        var west = received.lead("Jorin Hale", phone, group.west);
        var east = received.lead("Jorin Hale", phone, group.east);
        var kept = received.lead("J. Hale", phone, group.east);
        assertThat(asked("westmanager", DuplicateFilter.OPEN, west)).hasSize(2);
        staff.doAs("manager", () -> returns.merge(east, open(east).version(), kept));
        assertThat(asked("westmanager", DuplicateFilter.OPEN, west)).hasSize(1);
        staff.doAs("manager", () -> returns.unmerge(east, open(east).version()));
        assertThat(asked("westmanager", DuplicateFilter.OPEN, west)).hasSize(2);
    }

    @Test
    void unmergedLeadsAreADuplicateCandidateAgain() {
        var phone = phone();
        var west = received.lead("Lone Dahl", phone, group.west);
        var east = received.lead("Lone Dahl", phone, group.east);
        assertThat(asked("westmanager", DuplicateFilter.OPEN, west)).hasSize(1);
        staff.doAs("manager", () -> returns.merge(east, open(east).version(), west));
        assertThat(asked("westmanager", DuplicateFilter.OPEN, west)).isEmpty();
        assertThat(asked("westmanager", DuplicateFilter.SETTLED, west)).hasSize(1);
        staff.doAs("manager", () -> returns.unmerge(east, open(east).version()));
        assertThat(asked("westmanager", DuplicateFilter.OPEN, west)).hasSize(1);
        assertThat(asked("westmanager", DuplicateFilter.SETTLED, west)).isEmpty();
    }

    @Test
    void aPatientAddedAfterTheLeadBecomesADuplicateCandidate() {
        var phone = phone();
        var lead = received.lead("Thea Lorenz", phone, group.west);
        assertThat(asked("manager", DuplicateFilter.OPEN, lead)).isEmpty();
        var known = patient("Thea", "Lorenz", phone, group.east);
        assertThat(asked("westmanager", DuplicateFilter.OPEN, lead))
                .extracting(DuplicateCandidate::earlier)
                .containsExactly(new DuplicateCandidate.Known(known, null));
        assertThat(asked("eastmanager", DuplicateFilter.OPEN, lead))
                .extracting(DuplicateCandidateServiceTest::patientOf)
                .containsExactly("Thea Lorenz");
    }

    @Test
    void duplicatesAreSearchedAgainWhenAPatientIsEditedOrJoinsAClinic() {
        var phone = phone();
        var lead = received.lead("Juna Falk", phone, group.west);
        var known = patient("Juna", "Falk", phone(), group.east);
        assertThat(asked("manager", DuplicateFilter.OPEN, lead))
                .as("many share a name")
                .isEmpty();
        correct(known, new PatientDraft("Juna", "Falk", null, phone, null));
        assertThat(asked("manager", DuplicateFilter.OPEN, lead))
                .extracting(DuplicateCandidate::reasons)
                .containsExactly("same phone, same name");
        correct(known, new PatientDraft("June", "Falk", LocalDate.of(1980, 2, 29), phone, null));
        assertThat(asked("manager", DuplicateFilter.OPEN, lead))
                .extracting(DuplicateCandidate::reasons)
                .containsExactly("same phone, name sounds alike");
        correct(known, new PatientDraft("June", "Falk", null, phone(), null));
        assertThat(asked("manager", DuplicateFilter.OPEN, lead))
                .as("nothing speaks for it any more")
                .isEmpty();
        correct(known, new PatientDraft("June", "Falk", null, phone, null));
        assertThat(asked("manager", DuplicateFilter.OPEN, lead)).hasSize(1);
        staff.doAs("manager", () -> headers.knownAt(known, group.west));
        assertThat(asked("manager", DuplicateFilter.OPEN, lead))
                .as("whoever calls the lead sees the patient")
                .isEmpty();
    }

    @Test
    void anEditOfFieldsThatLeadsDoNotHaveStartsNoSearch() {
        var phone = phone();
        var known = patient("Quiet", "Edit", phone, group.east);
        look();
        correct(known, new PatientDraft("Quiet", "Edit", LocalDate.of(1980, 2, 29), phone, null));
        assertThat(jdbc.sql("select count(*) from patient_duplicate_search where patient_id = ?")
                        .param(Ids.bytes(known.value()))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aPhoneNumberStoredWithoutCountryMatchesInTheClinicsCountry() {
        var phone = phone();
        var before = new PhoneNumber(phone.digits().replace("+1", ""));
        var known = patient("Ansel", "Roth", before, group.east);
        var elsewhere = received.lead("Ansel Roth", phone, group.west);
        var here = received.lead("Ansel Roth", phone, group.east);
        assertThat(asked("westmanager", DuplicateFilter.OPEN, elsewhere))
                .filteredOn(pair -> pair.earlier() instanceof DuplicateCandidate.Known)
                .extracting(DuplicateCandidate::earlier, DuplicateCandidate::reasons)
                .containsExactly(tuple(new DuplicateCandidate.Known(known, null), "same phone, same name"));
        assertThat(like("eastdesk", here))
                .extracting(one -> one.score().words())
                .containsExactly("same phone, same name");
        var later = phone();
        var first = received.lead("Ansel Later", later, group.west);
        look();
        patient("Ansel", "Later", new PhoneNumber(later.digits().replace("+1", "")), group.east);
        assertThat(asked("westmanager", DuplicateFilter.OPEN, first)).hasSize(1);
    }

    @Test
    void aLostLeadIsNotADuplicateCandidate() {
        var phone = phone();
        patient("Ria", "Moss", phone, group.east);
        var lead = received.lead("Ria Moss", phone, group.west);
        assertThat(asked("manager", DuplicateFilter.OPEN, lead)).hasSize(1);
        staff.doAs("manager", () -> leads.lose(lead, open(lead).version(), "Moved away"));
        assertThat(asked("manager", DuplicateFilter.OPEN, lead)).isEmpty();
        staff.doAs("manager", () -> returns.reopen(lead, open(lead).version(), "They called again"));
        assertThat(asked("manager", DuplicateFilter.OPEN, lead)).hasSize(1);
    }

    @Test
    void aDismissedDuplicateIsNotProposedAgain() {
        var phone = phone();
        var known = patient("Pia", "Sander", phone, group.west);
        var lead = received.lead("Pia Sander", phone, group.west);
        var other = received.lead("P. Sander", phone, group.west);
        assertThatThrownBy(() -> staff.doAs("eastdesk", () -> matches.dismiss(lead, other)))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> staff.doAs("eastdesk", () -> matches.dismiss(lead, known)))
                .isInstanceOf(NotAvailable.class);
        staff.doAs("westdesk", () -> matches.dismiss(lead, other));
        staff.doAs("westdesk", () -> matches.dismiss(lead, known));
        assertThat(like("westdesk", lead)).isEmpty();
        assertThat(staff.as("westdesk", () -> matches.leads(open(lead)))).isEmpty();
        assertThat(staff.as("westdesk", () -> matches.leads(open(other)))).isEmpty();
        assertThat(like("westdesk", other))
                .extracting(one -> one.patient().id())
                .containsExactly(known);
        assertThat(asked("westmanager", DuplicateFilter.SETTLED, lead))
                .extracting(DuplicateCandidate::settled)
                .containsOnly(new DuplicateCandidate.Settled(DuplicateOutcome.DIFFERENT, "westdesk"))
                .hasSize(2);
        assertThat(asked("eastmanager", DuplicateFilter.SETTLED, lead)).isEmpty();
        assertThat(jdbc.sql("select count(*) from audit_event where kind = 'lead.twin-dismissed' and subject in (?, ?)")
                        .params(Ids.bytes(lead.value()), Ids.bytes(other.value()))
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aDismissalIsUndoneByItsAuthorWithinTenMinutes() {
        var phone = phone();
        var known = patient("Vera", "Undo", phone, group.west);
        var lead = received.lead("Vera Undo", phone, group.west);
        var other = received.lead("V. Undo", phone, group.west);
        staff.doAs("westdesk", () -> matches.dismiss(lead, other));
        staff.doAs("westdesk", () -> matches.dismiss(lead, known));
        assertThatThrownBy(() -> staff.doAs("manager", () -> matches.undoDismissal(lead, other)))
                .hasMessage("Only the person who did this can undo it");
        assertThatThrownBy(() -> staff.doAs("eastdesk", () -> matches.undoDismissal(lead, known)))
                .isInstanceOf(NotAvailable.class);
        staff.doAs("westdesk", () -> matches.undoDismissal(lead, other));
        staff.doAs("westdesk", () -> matches.undoDismissal(lead, known));
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> matches.undoDismissal(lead, known)))
                .as("once")
                .hasMessage("This pair is not dismissed, or that was undone");
        assertThat(like("westdesk", lead)).hasSize(1);
        assertThat(staff.as("westdesk", () -> matches.leads(open(lead)))).hasSize(1);
        assertThat(asked("westmanager", DuplicateFilter.OPEN, lead))
                .as("who calls sees both")
                .isEmpty();
        assertThat(asked("westmanager", DuplicateFilter.SETTLED, lead)).isEmpty();
        assertThat(jdbc.sql(
                                "select count(*) from audit_event where kind = 'lead.dismissal-undone' and subject in (?, ?)")
                        .params(Ids.bytes(lead.value()), Ids.bytes(other.value()))
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aManagerUndoesADismissalAndThePairIsOnTheListsAgain() {
        var phone = phone();
        patient("Wanda", "Undo", phone, group.east);
        var lead = received.lead("Wanda Undo", phone, group.west);
        var pair = asked("westmanager", DuplicateFilter.OPEN, lead).getFirst();
        staff.doAs("westmanager", () -> duplicates.dismiss(pair.id()));
        assertThatThrownBy(() -> staff.doAs("eastmanager", () -> duplicates.undoDismissal(pair.id())))
                .hasMessage("Only the person who did this can undo it");
        jdbc.sql("update duplicate_candidate set settled_at = ? where id = ?")
                .params(
                        Utc.of(clock.instant().minus(Duration.ofMinutes(11))),
                        Ids.bytes(pair.id().value()))
                .update();
        assertThatThrownBy(() -> staff.doAs("westmanager", () -> duplicates.undoDismissal(pair.id())))
                .hasMessage("This can be undone for ten minutes; it is older");
        jdbc.sql("update duplicate_candidate set settled_at = ? where id = ?")
                .params(Utc.of(clock.instant()), Ids.bytes(pair.id().value()))
                .update();
        staff.doAs("westmanager", () -> duplicates.undoDismissal(pair.id()));
        assertThat(asked("westmanager", DuplicateFilter.OPEN, lead)).containsExactly(pair);
        assertThat(asked("eastmanager", DuplicateFilter.OPEN, lead)).hasSize(1);
        assertThatThrownBy(() -> staff.doAs("westmanager", () -> duplicates.undoDismissal(pair.id())))
                .as("once")
                .isInstanceOf(NotAvailable.class);
    }

    /** A store that is older than the search has open leads for which nothing was looked for yet. */
    @Test
    void leadsOfAnOlderStoreAreSearchedInBatches() {
        var phone = phone();
        var west = received.lead("Elder Store", phone, group.west);
        received.lead("Elder Store", phone, group.east);
        look();
        jdbc.sql("delete from duplicate_candidate_queue").update();
        assertThat(asked("manager", DuplicateFilter.OPEN, west)).isEmpty();
        for (int i = 0; i < 120; i++) {
            jdbc.sql("insert into lead_duplicate_search (id, lead_id) values (?, ?)")
                    .params(Ids.bytes(Ids.next()), Ids.bytes(west.value()))
                    .update();
        }
        assertThat(asked("manager", DuplicateFilter.OPEN, west)).hasSize(1);
    }

    /** An import gives many leads one instant, and two nodes may search both of a pair. */
    @Test
    void leadsReceivedAtTheSameInstantAreOnePairWhicheverIsSearched() {
        var phone = phone();
        var west = received.lead("Same Instant", phone, group.west);
        var east = received.lead("Same Instant", phone, group.east);
        look();
        for (var lead : List.of(west, east, west)) {
            searchAnew(lead);
        }
        assertThat(jdbc.sql(
                                "select earlier_id from duplicate_candidate where earlier_id in (:both) and later_id in (:both)")
                        .param("both", Ids.bytes(List.of(west, east), LeadId::value))
                        .query((row, n) -> new LeadId(Ids.uuid(row.getBytes(1))))
                        .list())
                .containsExactly(west);
    }

    @Test
    void pagesOfDuplicateCandidatesFollowEachOtherWithoutRepeats() {
        var phone = phone();
        received.lead("Paged Person", phone, group.west);
        for (int i = 0; i < 7; i++) {
            received.lead("Paged Person", phone, group.east);
        }
        for (var filter : DuplicateFilter.values()) {
            var all = all("manager", filter);
            var paged = new ArrayList<DuplicateCandidate>();
            for (var page = page(filter, null); !page.isEmpty(); page = page(filter, paged.getLast())) {
                paged.addAll(page);
            }
            assertThat(paged).isEqualTo(all).hasSizeGreaterThan(6).doesNotHaveDuplicates();
            all.forEach(pair -> {
                if (filter == DuplicateFilter.OPEN) {
                    staff.doAs("manager", () -> duplicates.dismiss(pair.id()));
                }
            });
        }
        assertThat(all("manager", DuplicateFilter.OPEN)).isEmpty();
    }

    /** A search and people who merge and un-merge what it found take the same rows, in one order. */
    @Test
    void searchesAndMergesLockRowsInTheSameOrder() throws Exception {
        var phone = phone();
        var west = received.lead("Ring Waiting", phone, group.west);
        var easts = List.of(
                received.lead("Ring Waiting", phone, group.east),
                received.lead("Ring Waiting", phone, group.east),
                received.lead("Ring Waiting", phone, group.east));
        assertThat(asked("manager", DuplicateFilter.OPEN, west)).hasSize(3);
        var deadlocks = new AtomicInteger();
        var searched = new AtomicInteger();
        var settled = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var all = new ArrayList<Future<?>>();
            for (var lead : List.of(west, easts.get(0))) {
                all.add(threads.submit(() -> repeat(deadlocks, searched, () -> searchAnew(lead))));
            }
            for (var lead : easts.subList(1, 3)) {
                all.add(threads.submit(() -> repeat(deadlocks, settled, () -> mergeAndUnmerge(lead, west))));
            }
            for (var one : all) {
                one.get();
            }
        }
        assertThat(searched).hasPositiveValue();
        assertThat(settled).hasPositiveValue();
        // in any order MySQL ends many; one of hundreds that it still ends is tried again
        assertThat(deadlocks).hasValueLessThan(5);
        assertThat(asked("manager", DuplicateFilter.OPEN, west)).hasSize(3);
    }

    private void searchAnew(LeadId lead) {
        jdbc.sql("insert into lead_duplicate_search (id, lead_id) values (?, ?)")
                .params(Ids.bytes(Ids.next()), Ids.bytes(lead.value()))
                .update();
        staff.as("system", () -> search.look(lead));
    }

    private void mergeAndUnmerge(LeadId lead, LeadId kept) {
        if (open(lead).status() != LeadStatus.MERGED) {
            staff.doAs("manager", () -> returns.merge(lead, open(lead).version(), kept));
        }
        staff.doAs("manager", () -> returns.unmerge(lead, open(lead).version()));
    }

    /** What somebody else was quicker with, or waited too long for, is no circle. */
    private static void repeat(AtomicInteger deadlocks, AtomicInteger done, Runnable action) {
        for (int attempt = 0; attempt < 60; attempt++) {
            try {
                action.run();
                done.incrementAndGet();
            } catch (ConcurrencyFailureException refused) {
                if (isDeadlock(refused)) {
                    deadlocks.incrementAndGet();
                } else if (!(refused instanceof OptimisticLockingFailureException)) {
                    throw refused;
                }
            }
        }
    }

    /** MySQL's and H2's state of a transaction that was ended so that another goes on. */
    private static boolean isDeadlock(Throwable refused) {
        return Stream.iterate(refused, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && "40001".equals(sql.getSQLState()));
    }

    private List<DuplicateCandidate> page(DuplicateFilter filter, @Nullable DuplicateCandidate after) {
        return staff.as("manager", () -> duplicates.list(filter, after, 3));
    }

    private List<DuplicateCandidate> asked(String who, DuplicateFilter filter, LeadId lead) {
        return all(who, filter).stream()
                .filter(pair -> pair.later().id().equals(lead)
                        || pair.earlier() instanceof DuplicateCandidate.Side side
                                && side.id().equals(lead))
                .toList();
    }

    private List<DuplicateCandidate> all(String who, DuplicateFilter filter) {
        look();
        return staff.as(who, () -> duplicates.list(filter, null, 1000));
    }

    private void look() {
        DuplicateSearches.look(staff, search, jdbc);
    }

    private void correct(PatientId patient, PatientDraft draft) {
        staff.doAs("manager", () -> patients.correct(patient, version(patient), draft));
    }

    private long version(PatientId patient) {
        return staff.as("manager", () -> patients.details(patient))
                .orElseThrow()
                .version();
    }

    private static @Nullable String patientOf(DuplicateCandidate pair) {
        return pair.earlier() instanceof DuplicateCandidate.Known known && known.patient() != null
                ? known.patient().name()
                : null;
    }

    private List<PatientMatch> like(String who, LeadId lead) {
        return staff.as(who, () -> matches.patients(open(lead)));
    }

    private void assign(LeadId lead, ClinicId queue) {
        staff.doAs("manager", () -> leads.assign(lead, open(lead).version(), queue));
    }

    private LeadDetails open(LeadId lead) {
        return staff.as("manager", () -> leads.open(lead)).orElseThrow();
    }

    @Test
    void anUnreadablePatientDoesNotBlockOtherSearches() {
        var phone = phone();
        var unreadable = patient("Nora", "Quist", phone(), group.west);
        jdbc.sql("update patient set email = 'nora\u200b@example.org' where id = ?")
                .param(Ids.bytes(unreadable.value()))
                .update();
        jdbc.sql("insert into patient_duplicate_search (id, patient_id) values (?, ?)")
                .params(Ids.bytes(Ids.next()), Ids.bytes(unreadable.value()))
                .update();
        patient("Tilda", "Roth", phone, group.east);
        var lead = received.lead("Tilda Roth", phone, group.west);
        // by the job itself
        await().atMost(Duration.ofMinutes(1))
                .until(() -> jdbc.sql("select count(*) from patient_duplicate_search where patient_id = ?")
                                .param(Ids.bytes(unreadable.value()))
                                .query(Long.class)
                                .single()
                        == 0);
        assertThat(asked("manager", DuplicateFilter.OPEN, lead)).hasSize(1);
        // who reads all patients of this store reads this one too
        jdbc.sql("update patient set email = null where id = ?")
                .param(Ids.bytes(unreadable.value()))
                .update();
    }

    private PatientId patient(String givenName, String familyName, PhoneNumber phone, ClinicId clinic) {
        return staff.as(
                "manager", () -> patients.add(new PatientDraft(givenName, familyName, null, phone, null), clinic));
    }

    private static PhoneNumber phone() {
        return new PhoneNumber("+1602557" + NUMBERS.incrementAndGet());
    }
}
