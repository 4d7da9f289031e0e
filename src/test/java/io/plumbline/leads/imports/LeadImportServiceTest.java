package io.plumbline.leads.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.leads.LeadSource;
import io.plumbline.leads.duplicates.LeadMatchService;
import io.plumbline.leads.imports.LeadImportPlan.Wrong;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.Ids;
import io.plumbline.support.ForgedStoreTest;
import io.plumbline.support.FreshStore;
import io.plumbline.support.Staff;
import io.plumbline.support.TestGroup;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What every store promises of leads from a file: checked first, taken in once, on record. */
// ten thousand leads make every search in a store slower
@ForgedStoreTest
@FreshStore
class LeadImportServiceTest {
    private static final String HEAD =
            "id,name,phone,e-mail,concern,days to call,parts of the day,source,clinic,consent\n";

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    LeadImportService imports;

    @Autowired
    LeadMatchService matches;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aLanguageIsTakenAndATooLongOneRefusedAtItsColumn() {
        var head = "name,phone,language,clinic,consent\n";
        assertThat(check(head + "Ana Brook,6025550142,Spanish,WEST,yes\n").rows())
                .extracting(row -> row.draft().language())
                .containsExactly("Spanish");
        assertThat(check(head + "Ana Brook,6025550142," + "x".repeat(41) + ",WEST,yes\n")
                        .errors())
                .extracting(LeadImportPlan.Wrong::column)
                .containsExactly("language");
    }

    @Test
    void aRowBecomesALeadWithAllItsValues() {
        var plan = check(
                "\uFEFF" + HEAD
                        + "7,Ana Brook,'+1 602 555 0142,ana@example.org,\"Hurts, a lot\",\"Mon, Tuesday\",Morning,A friend,WEST,Yes\n");
        assertThat(plan.errors()).isEmpty();
        assertThat(plan.rows())
                .extracting(LeadImportPlan.Row::draft)
                .singleElement()
                .satisfies(draft -> {
                    assertThat(draft.fullName()).isEqualTo("Ana Brook");
                    assertThat(draft.phone()).isEqualTo(new PhoneNumber("+16025550142"));
                    assertThat(draft.email()).isEqualTo(new EmailAddress("ana@example.org"));
                    assertThat(draft.concern()).isEqualTo("Hurts, a lot");
                    assertThat(draft.callWindow().words()).isEqualTo("Mon, Tue: morning");
                    assertThat(draft.source()).isEqualTo(LeadSource.FRIEND);
                    assertThat(draft.clinic()).isEqualTo(group.west);
                });
    }

    @Test
    void everyErrorIsReportedByLineAndColumn() {
        var plan = check(HEAD
                + ",,6025550142,,,,,,west,yes\n"
                + ",No Reach,,,,,,,west,yes\n"
                + ",Bad Reach,12,no mail,,Someday,Night,Rumour,nowhere,yes\n"
                + ",No Consent,6025550142,,,,,,west,\n"
                + ",Good,6025550142,,,,,,west,yes\n");
        assertThat(plan.rows()).extracting(LeadImportPlan.Row::line).containsExactly(6L);
        assertThat(plan.errors())
                .extracting(Wrong::line, Wrong::column)
                .containsExactly(
                        tuple(2L, "name"),
                        tuple(3L, "phone"),
                        tuple(4L, "clinic"),
                        tuple(4L, "phone"),
                        tuple(4L, "e-mail"),
                        tuple(4L, "days to call"),
                        tuple(4L, "parts of the day"),
                        tuple(4L, "source"),
                        tuple(5L, "consent"));
        assertThat(plan.errors()).extracting(Wrong::sentence).noneMatch(String::isBlank);
    }

    @Test
    void anInvalidLeadFileIsRefusedWithAMessage() {
        assertThatThrownBy(() -> check("name,phone\nA,1\n")).hasMessageContaining("“consent” is missing");
        assertThatThrownBy(() -> check("")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> check(HEAD)).hasMessageContaining("no row");
        assertThatThrownBy(() ->
                        staff.as("manager", () -> imports.check((HEAD + ",Zoë,1,,,,,,west,yes").getBytes(ISO_8859_1))))
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> staff.as("westdesk", () -> imports.check(HEAD.getBytes(UTF_8))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aRowIsImportedOnceByItsIdOrElseByItsContent() {
        var first = HEAD
                + "once-1,With Id,6025550111,,,,,,west,yes\n"
                + ",Without Id,6025570112,,,,,,west,yes\n"
                + ",Without Id,6025570112,,,,,,west,yes\n";
        var plan = check(first);
        assertThat(plan.rows()).hasSize(2);
        assertThat(plan.before()).as("the same row twice in a file").isEqualTo(1);
        assertThat(take(plan)).isEqualTo(2);
        assertThat(take(plan)).as("the same again").isZero();
        var again = check(first.replace("With Id", "Renamed Meanwhile") + ",Somebody New,6025550113,,,,,,west,yes\n");
        assertThat(again.rows()).extracting(row -> row.draft().fullName()).containsExactly("Somebody New");
        assertThat(again.before()).isEqualTo(3);
        assertThat(staff.as("westdesk", () -> matches.leads("Without Idd", new PhoneNumber("+16025570112"), null)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.fullName()).isEqualTo("Without Id");
                    assertThat(one.score().words()).isEqualTo("same phone, name sounds alike");
                });
        assertThat(staff.as("westdesk", () -> matches.leads("", new PhoneNumber("+16025570112"), null)))
                .as("before the name is typed")
                .extracting(one -> one.score().words())
                .containsExactly("same phone");
        assertThat(staff.as("eastdesk", () -> matches.leads("", new PhoneNumber("+16025570112"), null)))
                .isEmpty();
    }

    @Test
    void tenThousandRowsAreImportedAndAuditedEachAndByTheFile() {
        var file = HEAD
                + IntStream.range(0, 10_000)
                        .mapToObj(n -> "many-%1$d,Many %1$d,+1602555%1$04d,,Row %1$d,,,,west,yes".formatted(n))
                        .collect(Collectors.joining("\n"));
        var received = audited("lead.received");
        var plan = check(file);
        assertThat(plan.errors()).isEmpty();
        assertThat(plan.rows()).hasSize(10_000);
        var taken = 0;
        for (int from = 0; from < plan.rows().size(); from += LeadImportService.AT_ONCE) {
            var next = from;
            taken += staff.as("manager", () -> imports.take(plan, next));
        }
        assertThat(taken).isEqualTo(10_000);
        assertThat(audited("lead.received") - received).isEqualTo(10_000);
        assertThat(jdbc.sql("select detail from audit_event where kind = 'lead.imported' and subject = ?")
                        .param(Ids.bytes(plan.file()))
                        .query(String.class)
                        .list())
                .as("an import that is killed is on record too, as far as it came")
                .hasSize(10_000 / LeadImportService.AT_ONCE)
                .containsOnly("leads 100, taken in before 0");
        assertThat(check(file).rows()).isEmpty();
    }

    private LeadImportPlan check(String file) {
        return staff.as("manager", () -> imports.check(file.getBytes(UTF_8)));
    }

    private int take(LeadImportPlan plan) {
        return staff.as("manager", () -> imports.take(plan, 0));
    }

    private long audited(String kind) {
        return jdbc.sql("select count(*) from audit_event where kind = ?")
                .param(kind)
                .query(Long.class)
                .single();
    }
}
