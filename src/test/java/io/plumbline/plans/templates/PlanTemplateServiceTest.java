package io.plumbline.plans.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.phases.ExitCriteria;
import io.plumbline.phases.PhaseRules;
import io.plumbline.phases.PlanPhase;
import io.plumbline.plans.PlanService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.signing.NoLongerDraft;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import io.plumbline.taper.Frequency;
import io.plumbline.taper.PlannedService;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Plan templates are published in versions that never change, and plans keep the version with which they began. */
@StoreTest
class PlanTemplateServiceTest {
    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    TestCare care;

    @Autowired
    PlanTemplateService templates;

    @Autowired
    PlanService plans;

    @Test
    void theExamplesAreOfferedAndCannotBeChanged() {
        assertThat(chiropractor(templates::findOffered))
                .filteredOn(TemplateRow::isExample)
                .extracting(row -> row.content().name())
                .contains("Lower-back tension, combined care", "Lower-back tension, massage");
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> templates.edit("lower-back-combined", 0)))
                .isInstanceOf(NotAvailable.class);
    }

    @Test
    void aTemplateIsOfferedOnceItIsPublishedAndNotBefore() {
        var id = chiropractor(templates::begin);
        write(id, weekly("Only a draft", 4));
        assertThat(offered("Only a draft")).isEmpty();
        publish(id, "");
        assertThat(offered("Only a draft")).hasSize(1);
        assertThat(open(id).draft()).isNull();
        assertThat(open(id).versions()).singleElement().satisfies(version -> {
            assertThat(version.number()).isOne();
            assertThat(version.reason()).isEqualTo("First version");
        });
    }

    @Test
    void aVersionNeverChangesAndTheNextOneSaysWhy() {
        var id = published("Two versions", 4);
        staff.doAs("chiropractor", () -> templates.edit(id, open(id).revision()));
        assertThatThrownBy(() -> publish(id, "Nothing in it has changed"))
                .isInstanceOf(Refused.class)
                .hasMessage("Nothing differs from version 1 yet");
        write(id, weekly("Two versions", 6));
        assertThat(offered("Two versions")).singleElement().satisfies(row -> {
            assertThat(row.published()).as("while the next one is written").isOne();
            assertThat(row.content().services().getFirst().visits()).isEqualTo(4);
        });
        assertThatThrownBy(() -> publish(id, " ")).isInstanceOf(Refused.class).hasMessage("What changed is missing");
        publish(id, "Six visits in the first phase");
        assertThat(open(id).versions())
                .extracting(TemplateDetails.Version::number)
                .containsExactly(2, 1);
        assertThat(open(id).versions())
                .extracting(version -> version.content().services().getFirst().visits())
                .containsExactly(6, 4);
    }

    @Test
    void whatCouldNeverBecomeAPlanIsNotPublished() {
        var id = chiropractor(templates::begin);
        assertThatThrownBy(() -> publish(id, ""))
                .isInstanceOf(Refused.class)
                .hasMessage("The name of the template is missing");
        write(id, new TemplateContent("Empty", "", List.of(), List.of()));
        assertThatThrownBy(() -> publish(id, ""))
                .isInstanceOf(Refused.class)
                .hasMessage("Add a service to a phase first");
        var endless = new PhaseRules(
                PlanPhase.RELIEF, 9, null, 0, null, new ExitCriteria(null, 1, null, true, false, true, false), 12, 30);
        write(id, new TemplateContent("Endless", "", weekly("Endless", 4).services(), List.of(endless)));
        assertThatThrownBy(() -> publish(id, ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("must have 9 visits, and 4 are planned: it could never end");
    }

    @Test
    void twoChiropractorsDoNotOverwriteEachOther() {
        var id = published("Shared", 4);
        var seen = open(id).revision();
        staff.doAs("chiropractor", () -> templates.edit(id, seen));
        assertThatThrownBy(
                        () -> staff.doAs("chiropractor", () -> templates.retire(id, seen, "Too old to be used here")))
                .isInstanceOf(StaleVersion.class);
        var draft = open(id).revision();
        staff.doAs("chiropractor", () -> templates.discard(id, draft));
        assertThatThrownBy(() -> write(id, weekly("Late", 5)))
                .as("typed while a colleague discarded the draft")
                .isInstanceOf(NoLongerDraft.class);
    }

    @Test
    void aRetiredTemplateIsNoLongerOfferedUntilItIsOfferedAgain() {
        var id = published("Retired", 4);
        staff.doAs("chiropractor", () -> templates.retire(id, open(id).revision(), "Nobody uses it any more"));
        assertThat(offered("Retired")).isEmpty();
        assertThat(open(id).retiredReason()).isEqualTo("Nobody uses it any more");
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> templates.edit(id, open(id).revision())))
                .isInstanceOf(Refused.class)
                .hasMessage("This template is retired. Offer it again before you edit it");
        staff.doAs("chiropractor", () -> templates.offerAgain(id, open(id).revision()));
        assertThat(offered("Retired")).hasSize(1);
    }

    @Test
    void aTemplateThatWasNeverPublishedDisappearsWhenItIsDiscarded() {
        var id = chiropractor(templates::begin);
        write(id, weekly("Gone", 4));
        staff.doAs("chiropractor", () -> templates.discard(id, open(id).revision()));
        assertThat(chiropractor(templates::findAll)).extracting(TemplateRow::id).doesNotContain(id);
    }

    @Test
    void aPlanKeepsTheVersionWithWhichItBegan() {
        var id = published("Kept by the plan", 4);
        var patient = care.treated("Template");
        care.signIntake(patient, care.assessed("back"));
        var plan = staff.as("chiropractor", () -> plans.begin(patient));
        var row = offered("Kept by the plan").getFirst();
        var draft = row.content()
                .appliedTo(
                        Objects.requireNonNull(care.details(plan).clinical()).draft(),
                        Objects.requireNonNull(row.origin()));
        staff.as("chiropractor", () -> plans.saveDraft(plan, 0, draft));
        staff.doAs("chiropractor", () -> templates.edit(id, open(id).revision()));
        write(id, weekly("Kept by the plan", 9));
        publish(id, "More visits in the first phase");
        var now = Objects.requireNonNull(care.details(plan).clinical()).draft();
        assertThat(now.template()).isEqualTo(row.origin());
        assertThat(now.services().getFirst().visits()).isEqualTo(4);
        assertThat(chiropractor(() -> templates.findVersion(care.details(plan))))
                .hasValue(row.content());
    }

    @Test
    void aTemplateIsMadeOfAPlanWithoutItsPatient() {
        var plan = care.activePlan(care.treated("Made Of"), "back");
        var id = chiropractor(() -> templates.beginFrom(care.details(plan)));
        var draft = Objects.requireNonNull(open(id).draft());
        assertThat(draft.name()).isEmpty();
        assertThat(draft.services()).extracting(PlannedService::practitionerId).containsOnlyNulls();
        assertThat(draft.services()).extracting(PlannedService::visits).containsExactly(4);
    }

    @Test
    void onlyChiropractorsWriteTemplates() {
        for (var other : List.of("manager", "therapist", "westdesk")) {
            assertThatThrownBy(() -> staff.as(other, templates::begin)).isInstanceOf(AccessDeniedException.class);
        }
    }

    private String published(String name, int visits) {
        assertThat(group.west).isNotNull();
        var id = chiropractor(templates::begin);
        write(id, weekly(name, visits));
        publish(id, "");
        return id;
    }

    private List<TemplateRow> offered(String name) {
        return chiropractor(templates::findOffered).stream()
                .filter(row -> row.content().name().equals(name))
                .toList();
    }

    private TemplateDetails open(String id) {
        return chiropractor(() -> templates.open(id)).orElseThrow();
    }

    private void write(String id, TemplateContent content) {
        staff.as(
                "chiropractor",
                () -> templates.saveDraft(id, templates.open(id).orElseThrow().revision(), content));
    }

    private void publish(String id, String reason) {
        staff.doAs("chiropractor", () -> templates.publish(id, open(id).revision(), reason));
    }

    private <T> T chiropractor(Supplier<T> read) {
        return staff.as("chiropractor", read::get);
    }

    private static TemplateContent weekly(String name, int visits) {
        return new TemplateContent(
                name,
                "",
                List.of(new PlannedService(PlanPhase.RELIEF, AppointmentType.MASSAGE, null, Frequency.WEEKLY, visits)),
                List.of());
    }
}
