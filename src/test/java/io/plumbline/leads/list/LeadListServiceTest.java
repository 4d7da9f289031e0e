package io.plumbline.leads.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.leads.Call;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.leads.queue.LeadBoardService;
import io.plumbline.leads.queue.LeadCard;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.store.Utc;
import io.plumbline.support.FreshStore;
import io.plumbline.support.OnMySql;
import io.plumbline.support.OwnClinicEachTest;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** The board, the list of all leads and what is done to several at once. */
@StoreTest
@FreshStore
@OwnClinicEachTest
@OnMySql("the search compares beginnings of names by MySQL's collation")
class LeadListServiceTest {
    private static final Instant NOON = Instant.parse("2026-02-10T19:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 2, 10);
    private static final LeadFilter ON_THAT_DAY = LeadFilter.NONE.within(DAY, DAY);

    @Autowired
    IdentityService identity;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    LeadService leads;

    @Autowired
    LeadListService lists;

    @Autowired
    LeadBoardService board;

    @Autowired
    LeadBulkService bulk;

    @Autowired
    SavedLeadFilterService saved;

    @Autowired
    JdbcClient jdbc;

    /** Leads of no clinic are all managers': those of an earlier method came long before. */
    @BeforeEach
    void noLeadWithoutClinic() {
        jdbc.sql("update consultation_lead set received_at = '2020-01-01' where queue_id = ?"
                        + " and received_at between '2026-02-01' and '2026-03-01'")
                .param(Ids.bytes(LeadQueue.GROUP.value()))
                .update();
    }

    @Test
    void pagesFollowEachOtherAcrossQueuesNewestFirst() {
        var places = new ClinicId[] {group.west, group.east, null};
        var received = IntStream.range(0, 7)
                .mapToObj(minute -> lead("Lee " + minute, places[minute % 3], NOON.plusSeconds(60L * (minute / 2))))
                .toList();
        var first = list("manager", ON_THAT_DAY, null, 3);
        var second = list("manager", ON_THAT_DAY, first.getLast(), 3);
        var third = list("manager", ON_THAT_DAY, second.getLast(), 3);
        assertThat(third).hasSize(1);
        assertThat(List.of(first, second, third).stream().flatMap(List::stream).map(LeadListRow::id))
                .containsExactlyInAnyOrderElementsOf(received);
        assertThat(List.of(first, second, third).stream().flatMap(List::stream).map(LeadListRow::receivedAt))
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void aLongPageIsCompleteAfterAShortOne() {
        for (int n = 0; n < 6; n++) {
            lead("Lee " + n, n % 2 == 0 ? group.west : group.east, NOON);
        }
        assertThat(list("manager", ON_THAT_DAY, null, 2)).hasSize(2);
        assertThat(list("manager", ON_THAT_DAY, null, 500)).hasSize(6);
        assertThat(list("manager", ON_THAT_DAY, null, 3)).hasSize(3);
        assertThat(list("manager", ON_THAT_DAY, null, 5)).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mull", "Müller jo", "JOSE mu", "0142", "+1 602 555 0142", "jose@exa", "josé müller 555 0142"})
    void aLeadIsFoundByNamePrefixesPhoneEndingOrEmailPrefix(String typed) {
        var lead = lead("José Müller", group.west, NOON);
        lead("Joan Mulligan-Somebody-Else", group.east, NOON);
        jdbc.sql("delete from lead_token where lead_id <> ? and token not like 'some%'")
                .param(Ids.bytes(lead.value()))
                .update();
        assertThat(ids("westdesk", words(typed))).containsExactly(lead);
        assertThat(ids("eastdesk", words(typed))).isEmpty();
    }

    @ParameterizedTest(name = "{1} is {0}")
    @CsvSource(textBlock = """
        Jörg Listmüller,   joerg listmueller
        Ann O'Listan,      ann o listan
        Ann McListan,      ann mc listan
        Ana de la Lista,   delalista ana
        Ana Lista-Tella,   ana listatella
        Ana Listobella,    listo-bella
        """)
    void aLeadIsFoundByEverySpellingOfTheName(String name, String typed) {
        var lead = lead(name, group.west, NOON);
        lead("Ana Listless", group.west, NOON);
        assertThat(ids("westdesk", words(typed))).containsExactly(lead);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "müller smith", "42", "%", "' or 1=1", "\uD83D\uDE42"})
    void aSearchThatMatchesNoLeadFindsNothing(String typed) {
        lead("José Müller", group.west, NOON);
        assertThat(ids("manager", words(typed))).isEmpty();
    }

    @Test
    void anEditedNameIsFoundAndTheOldOneIsNot() {
        var lead = lead("Wrong Name", group.west, NOON);
        staff.doAs("westdesk", () -> leads.correct(lead, 0, draft("Right Name", group.west)));
        assertThat(ids("westdesk", words("right"))).containsExactly(lead);
        assertThat(ids("westdesk", words("wrong"))).isEmpty();
    }

    @Test
    void aFilterIsReadBackFromItsAddressAndAppliesEachOfItsParts() {
        var lead = lead("José Müller", group.west, NOON);
        staff.doAs("westdesk", () -> leads.logCall(lead, 0, Call.notInterested("", "Not interested in a visit now")));
        lead("Other", group.west, NOON);
        lead("Other", group.east, NOON);
        var caller = staff.as("westdesk", () -> CurrentUser.current().staff());
        var all = new LeadFilter(
                LeadStatus.LOST,
                FunnelStep.CONTACTED,
                LeadSource.SIGN,
                group.west,
                caller,
                LocalDate.of(2026, 2, 10),
                LocalDate.of(2026, 2, 10),
                "Not interested in a visit now",
                "jos");
        assertThat(LeadFilterAddress.read(LeadFilterAddress.of(all))).isEqualTo(all);
        var none = ON_THAT_DAY;
        for (var filter : List.of(
                all,
                none.of(LeadStatus.LOST),
                none.reached(FunnelStep.CONTACTED),
                none.of(caller),
                none.lostFor("Not interested in a visit now"))) {
            assertThat(ids("manager", filter)).as(filter.toString()).containsExactly(lead);
        }
        assertThat(ids("manager", all.within(LocalDate.of(2026, 2, 11), LocalDate.of(2026, 2, 12))))
                .isEmpty();
        assertThat(ids("eastdesk", none.of(group.west))).isEmpty();
        assertThat(LeadFilterAddress.read(Map.of("status", "no-such", "from", "2026-02-30", "clinic", "1")))
                .isEqualTo(LeadFilter.NONE);
    }

    @Test
    void theBoardShowsOnlyTheFirstCardsOfEachColumn() {
        var late = lead("Late", group.west, NOON);
        var later = lead("Later", group.east, NOON);
        var contacted = lead("Contacted", group.west, NOON);
        due(late, "2026-03-01 12:00:00");
        due(later, "2026-03-02 12:00:00");
        staff.doAs("westdesk", () -> leads.logCall(contacted, 0, CallOutcome.REACHED));
        var cards = staff.as("manager", () -> board.cards(Map.of(LeadStatus.NEW, 1, LeadStatus.CONTACTED, 5)));
        assertThat(cards.get(LeadStatus.NEW)).extracting(LeadCard::id).containsExactly(late);
        assertThat(cards.get(LeadStatus.CONTACTED))
                .extracting(LeadCard::id)
                .contains(contacted)
                .doesNotContain(late, later);
        assertThat(staff.as("eastdesk", () -> board.cards(Map.of(LeadStatus.NEW, 9)))
                        .get(LeadStatus.NEW))
                .extracting(LeadCard::id)
                .containsExactly(later);
    }

    @Test
    void aRefusedLeadIsReportedAndDoesNotBlockTheOthers() {
        var open = lead("Open", group.west, NOON);
        var lost = lead("Lost", group.west, NOON);
        var changed = lead("Changed", group.west, NOON);
        staff.doAs("westdesk", () -> leads.lose(lost, 0, "Lives too far away to come"));
        var rows = list("westdesk", ON_THAT_DAY, null, 9);
        staff.doAs("westdesk", () -> leads.claim(changed, 0));
        var result = staff.as("westdesk", () -> bulk.lose(rows, "Moved away"));
        assertThat(result.done()).isEqualTo(1);
        assertThat(result.notChanged())
                .extracting(LeadBulkService.LeadNotChanged::lead, LeadBulkService.LeadNotChanged::why)
                .containsExactlyInAnyOrder(
                        tuple(changed, "a colleague changed it in the meantime"),
                        tuple(lost, "A lead that is lost cannot become lost. Possible: New"));
        assertThat(staff.as("westdesk", () -> leads.open(open)).orElseThrow().lostReason())
                .isEqualTo("Moved away");
    }

    @Test
    void anAssignedLeadIsFoundOnlyInItsNewQueueAndTheAssignmentIsAudited() {
        var lead = lead("José Müller", group.west, NOON);
        var rows = list("manager", ON_THAT_DAY, null, 9);
        assertThat(staff.as("manager", () -> bulk.assign(rows, group.east)).done())
                .isEqualTo(1);
        assertThat(ids("westdesk", words("jose"))).isEmpty();
        assertThat(ids("eastdesk", words("jose"))).containsExactly(lead);
        assertThat(detail("manager", "lead.assigned")).isEqualTo("queue " + group.west + " to " + group.east);
        var mine = list("eastdesk", ON_THAT_DAY, null, 9);
        assertThat(staff.as("eastdesk", () -> bulk.assign(mine, group.west)).notChanged())
                .extracting(LeadBulkService.LeadNotChanged::why)
                .containsExactly("Choose one of your clinics");
    }

    @Test
    void anExportIsAuditedWithItsCountAndALargeOneNeedsAReason() {
        lead("One", group.west, NOON);
        lead("Of the east", group.east, NOON);
        var west = LeadFilter.NONE.of(group.west);
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> lists.export(west, "", row -> {})))
                .as("the front desk takes no list out")
                .isInstanceOf(AccessDeniedException.class);
        staff.doAs("manager", () -> {
            assertThatExceptionOfType(IdentityService.ProofNeeded.class)
                    .as("the password was not given")
                    .isThrownBy(() -> lists.export(west, "For the yearly letter", row -> {}));
            identity.prove(TestGroup.PASSWORD);
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> lists.export(west, " ", row -> {}))
                    .withMessage("The reason is missing");
            var exported = new ArrayList<LeadListRow>();
            lists.export(west, "For the yearly letter", exported::add);
            assertThat(exported).extracting(LeadListRow::fullName).containsExactly("One");
        });
        assertThat(detail("manager", "lead.exported")).isEqualTo("leads 1, reason For the yearly letter");
    }

    @Test
    void savedFiltersBelongToTheirOwnerAndAreReplacedByName() {
        staff.doAs("westdesk", () -> {
            saved.save("Lost ones", "status=lost");
            saved.save("Lost ones", "status=lost&source=sign");
            saved.save("New", "status=new");
            saved.remove("New");
            saved.rename("Lost ones", "By the sign");
        });
        assertThat(staff.as("westdesk", saved::findForCurrentUser))
                .isEqualTo(Map.of("By the sign", "status=lost&source=sign"));
        assertThat(lastKind("westdesk", "lead-filter.")).isEqualTo("lead-filter.renamed");
        assertThat(staff.as("manager", saved::findForCurrentUser)).isEmpty();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> staff.doAs("westdesk", () -> saved.save(" ", "status=new")))
                .withMessage("The name is missing");
    }

    @Test
    void savedFiltersAreRenamedOnlyByTheirOwnerAndOnlyToAFreeName() {
        staff.doAs("westdesk", () -> {
            saved.save("Lost ones", "status=lost");
            saved.save("New", "status=new");
        });
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> staff.doAs("westdesk", () -> saved.rename("New", " Lost ones ")))
                .withMessage(SavedLeadFilterService.NAME_TAKEN);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> staff.doAs("westdesk", () -> saved.rename("New", "n".repeat(61))))
                .withMessageContaining("60");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> staff.doAs("manager", () -> saved.rename("New", "Mine")))
                .withMessageContaining("no longer saved");
        assertThat(staff.as("westdesk", saved::findForCurrentUser))
                .isEqualTo(Map.of("Lost ones", "status=lost", "New", "status=new"));
    }

    private String lastKind(String by, String module) {
        return jdbc.sql(
                        "select kind from audit_event where actor = ? and kind like ? order by at desc, id desc limit 1")
                .params(idOf(by), module + "%")
                .query(String.class)
                .single();
    }

    private String detail(String by, String kind) {
        return jdbc.sql("select detail from audit_event where actor = ? and kind = ? order by at desc, id desc limit 1")
                .params(idOf(by), kind)
                .query(String.class)
                .single();
    }

    private byte[] idOf(String who) {
        return Ids.bytes(staff.as(who, () -> CurrentUser.current().staff()).value());
    }

    private void due(LeadId lead, String at) {
        jdbc.sql("update consultation_lead set overdue_at = ? where id = ?")
                .params(at, Ids.bytes(lead.value()))
                .update();
    }

    private static LeadFilter words(String typed) {
        return new LeadFilter(null, null, null, null, null, DAY, DAY, null, typed);
    }

    private List<LeadListRow> list(String who, LeadFilter filter, @Nullable LeadListRow after, int limit) {
        return staff.as(who, () -> lists.list(filter, after, limit));
    }

    private List<LeadId> ids(String who, LeadFilter filter) {
        return list(who, filter, null, 50).stream().map(LeadListRow::id).toList();
    }

    private LeadId lead(String name, @Nullable ClinicId clinic, Instant receivedAt) {
        var lead = staff.as("system", () -> leads.receive(draft(name, clinic), null));
        jdbc.sql("update consultation_lead set received_at = ? where id = ?")
                .params(Utc.of(receivedAt), Ids.bytes(lead.value()))
                .update();
        return lead;
    }

    private static LeadDraft draft(String name, @Nullable ClinicId clinic) {
        return new LeadDraft(
                name,
                new PhoneNumber("+16025550142"),
                new EmailAddress("jose@example.org"),
                "",
                CallWindow.ANY_TIME,
                LeadSource.SIGN,
                clinic,
                Instant.EPOCH);
    }
}
