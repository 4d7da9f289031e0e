package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import io.plumbline.access.AtClinic;
import io.plumbline.shared.CurrentUser;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A screen of a record offers what the person may do at the clinic of the record ({@link AtClinic}); a permission alone
 * decides only on screens that are of no clinic (decision 99). A new screen that asks by permission alone is listed
 * here, or it asks by clinic.
 */
@AnalyzeClasses(packages = "io.plumbline", importOptions = ImportOption.DoNotIncludeTests.class)
class ScreensAskByClinicTest {
    /** Lists and new records: what one may at any clinic. The services narrow it to the clinics of the role. */
    private static final Set<String> LISTS = Set.of(
            "exercises.ui.ExerciseListView",
            "leads.ui.list.LeadListActions",
            "notes.ui.worklist.NoteListView",
            "patients.ui.PatientListActions",
            "patients.ui.PatientListView",
            "plans.ui.TemplatesOfPlans",
            "plans.ui.worklist.PlanListView",
            "shared.ui.EmptyState");

    /** What the search finds: the service that finds it narrows it. */
    private static final Set<String> FOUND = Set.of(
            "exercises.ui.ExerciseFindSource",
            "leads.ui.list.LeadFindSource",
            "patients.ui.PatientFindSource",
            "plans.ui.PlanFindSource",
            "practitioners.ui.PractitionerFindSource");

    /** Rights over the whole group, or over what is the person's own. */
    private static final Set<String> OF_NO_CLINIC = Set.of(
            "access.ui.BreakGlassListView",
            "access.ui.permissions.PermissionsView",
            "notes.ui.templates.NoteTemplateNewView",
            "phrases.ui.PhraseNewView",
            "records.ui.amendments.AmendmentsOfPart",
            "records.ui.clinicexports.ClinicExportDialogs",
            "records.ui.clinicexports.ClinicExportsView",
            "records.ui.disposal.DisposalView");

    /** Beside a note or plan that the person writes; and a lead, whose clinics of the desk are asked for next. */
    private static final Set<String> ASK_NEXT = Set.of("leads.ui.panel.LeadIntakePart", "orders.ui.DeskOrderParts");

    @ArchTest
    static void screensOfARecordAskAtItsClinic(JavaClasses classes) {
        var asking = classes.stream()
                .filter(type -> type.getPackageName().contains(".ui"))
                .filter(type -> type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(CurrentUser.class)
                                && call.getName().equals("may")))
                .map(type ->
                        type.getName().replaceFirst("^io\\.plumbline\\.", "").replaceFirst("\\$.*", ""))
                .collect(Collectors.toSet());
        var listed = Set.of(LISTS, FOUND, OF_NO_CLINIC, ASK_NEXT).stream()
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        assertThat(asking).isEqualTo(listed);
    }
}
