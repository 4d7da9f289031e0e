package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.shared.Refused;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Service;

/** Every service that asks for a reason in words refuses a dot, before it asks anything else. */
@DemoTest
@WithStaff("manager")
class EveryReasonIsJudgedTest extends SpringBrowserlessTest {
    /** Every place that asks; a new one is found by the names of its parameters, and listed in docs/security.md. */
    private static final Set<String> PLACES = Set.of(
            "AccessRequestService.extend",
            "AccessRequestService.withdraw",
            "AmendmentService.extend",
            "AnswerService.review",
            "AppointmentService.cancel",
            "AppointmentService.cancelOfPlan",
            "AttachmentService.enterInError",
            "AuditExportService.export",
            "BreakGlassService.open",
            "BreakGlassService.openRestricted",
            "BreakGlassService.openToRead",
            "ClearanceService.refuse",
            "ClinicExportReleaseService.cancel",
            "ClinicExportReleaseService.decline",
            "ClinicExportService.ask",
            "ClinicExportService.cancel",
            "CosignService.giveBack",
            "CredentialService.revoke",
            "DeactivatedAuthorService.close",
            "DisclosureService.markEnteredInError",
            "DisclosureService.report",
            "DisposalService.cancel",
            "DisposalService.decline",
            "DisposalService.propose",
            "ExerciseService.retire",
            "ExerciseService.revise",
            "FlagTakingService.breakGlass",
            "IncidentService.export",
            "IntakeConclusionService.conclude",
            "IntakeService.amend",
            "IntakeService.discard",
            "JobHoldService.release",
            "LeadBulkService.lose",
            "LeadListService.export",
            "LeadReturnService.reopen",
            "LeadReviewService.decide",
            "LeadService.logCall",
            "LeadService.lose",
            "MeasureService.correct",
            "MeasureService.markEnteredInError",
            "NoteErrorService.mark",
            "NoteErrorService.moveTo",
            "NoteService.discard",
            "OldNoteService.enterInError",
            "OrderDeskService.decline",
            "PatientExportService.export",
            "PatientMergeService.merge",
            "PatientStatusService.reactivate",
            "PatientStatusService.set",
            "PlanExportService.export",
            "PlanReferralService.cancelBooked",
            "PlanReferralService.takeBack",
            "PlanRevisionService.apply",
            "PlanService.move",
            "PlanStepService.decide",
            "PlanStepService.reevaluate",
            "PlanTemplateService.publish",
            "PlanTemplateService.retire",
            "ReactionService.changeOutcome",
            "ReactionService.enterInError",
            "RecallService.decline",
            "RecordExportService.begin",
            "RecordReadingService.begin",
            "ReferralService.ask",
            "ReferralService.changeDue",
            "ReferralService.correctAnswer",
            "ReferralService.correctReason",
            "RestrictedNoteService.breakGlass",
            "RetentionService.askToLift",
            "RetentionService.place",
            "SafetyService.decide",
            "ScheduleExportService.export",
            "SensitivePatientService.lift",
            "SensitivePatientService.mark");

    /** Reasons with another name in the code. */
    private static final Map<String, String> ALSO = Map.of(
            "OrderDeskService.decline", "words",
            "ReactionService.changeOutcome", "words",
            "RecallService.decline", "note");

    /** Words that the portal writes, or that were judged where a person typed them. */
    private static final Map<String, String> NOT_TYPED = Map.of(
            "AppointmentService.withdraw", "the reason for which the lead is lost",
            "MeasureService.amendSigned", "the words of the amendment of the note",
            "MeasureService.withdrawOfNote", "the reason for which the note was entered in error",
            "OutboxService.linkIsOver", "words of the portal",
            "OutboxService.withdraw", "words of the portal",
            "OutboxService.withdrawAbout", "words of the portal",
            "OutboxService.withdrawLink", "words of the portal");

    @Autowired
    ApplicationContext context;

    @Autowired
    IdentityService identity;

    private record Place(Object service, Method method) {}

    @Test
    void theListNamesEveryPlace() {
        assertThat(found().keySet()).containsExactlyInAnyOrderElementsOf(PLACES);
    }

    @Test
    void aDotIsNoReasonAnywhere() {
        // exports ask for the proof first
        identity.prove("demo-manager-pass");
        found().forEach((name, place) -> assertThat(refusal(place)).as(name).contains("needs at least 15 letters"));
    }

    private Map<String, Place> found() {
        var places = new TreeMap<String, Place>();
        for (var service : context.getBeansWithAnnotation(Service.class).values()) {
            var type = AopUtils.getTargetClass(service);
            if (type.getPackageName().startsWith("io.plumbline")) {
                Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isBridge())
                        .filter(EveryReasonIsJudgedTest::asks)
                        .filter(method -> !NOT_TYPED.containsKey(name(method)))
                        .forEach(method -> places.put(name(method), new Place(service, method)));
            }
        }
        return places;
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private static boolean asks(Method method) {
        return Arrays.stream(method.getParameters())
                .anyMatch(parameter -> isReason(method, parameter.getName(), parameter.getType())
                        || isDraft(method, parameter.getType()));
    }

    /** Returns whether somebody fills in a reason in such a record; rows, details and filters are read. */
    private static boolean isDraft(Method method, Class<?> type) {
        return type.isRecord()
                && !type.getSimpleName().matches(".*(Row|Details|Filter|Record|Duplicate)")
                && reasons(method, type).findAny().isPresent();
    }

    private static Stream<RecordComponent> reasons(Method method, Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(part -> isReason(method, part.getName(), part.getType())
                        || type.getSimpleName().endsWith("Reason") && part.getType() == String.class);
    }

    private static boolean isReason(Method method, String name, Class<?> type) {
        return type == String.class
                && (name.equals("reason")
                        || name.endsWith("Reason")
                        || name.equals("why")
                        || name.equals("remark")
                        || name.equals(ALSO.get(name(method))));
    }

    /** Returns what the service says to a dot; it reaches no more than the judgment, since all else is nothing. */
    private static String refusal(Place place) {
        var method = place.method();
        try {
            var arguments = Arrays.stream(method.getParameters())
                    .map(parameter -> isReason(method, parameter.getName(), parameter.getType())
                            ? "."
                            : isDraft(method, parameter.getType())
                                    ? draft(method, parameter.getType())
                                    : nothing(parameter.getType()))
                    .toArray();
            var target = AopProxyUtils.getSingletonTarget(place.service());
            method.invoke(target == null ? place.service() : target, arguments);
            return "taken";
        } catch (Refused refused) {
            return refused.sentence();
        } catch (InvocationTargetException e) {
            return e.getCause() instanceof Refused refused ? refused.sentence() : String.valueOf(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Creates a record whose reason is a dot; of the choices, one with which it may be created. */
    private static Object draft(Method method, Class<?> type) {
        var parts = type.getRecordComponents();
        var reasons = reasons(method, type).map(RecordComponent::getName).collect(Collectors.toSet());
        var choices = Arrays.stream(parts)
                .filter(part -> part.getType().isEnum())
                .findFirst()
                .map(part -> List.<Object>of(part.getType().getEnumConstants()))
                .orElse(List.of(""));
        @Nullable RuntimeException why = null;
        // words are asked for with this one
        var otherFirst = choices.stream()
                .sorted(Comparator.comparing(choice -> !choice.toString().equals("OTHER")))
                .toList();
        for (var choice : otherFirst) {
            var values = Arrays.stream(parts)
                    .map(part -> reasons.contains(part.getName())
                            ? "."
                            : part.getType().isInstance(choice) ? choice : nothing(part.getType()))
                    .toArray();
            try {
                var constructor = type.getDeclaredConstructor(
                        Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
                constructor.setAccessible(true);
                return constructor.newInstance(values);
            } catch (InvocationTargetException e) {
                why = e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
                if (String.valueOf(why.getMessage()).contains("needs at least")) {
                    throw why;
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        throw why == null ? new IllegalStateException(type.getName()) : why;
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(choice -> choice.toString().equals("OTHER"))
                    .findFirst()
                    .orElse(null);
        }
        if (type == String.class) {
            return "";
        }
        if (type == Set.class) {
            return Set.of();
        }
        if (Collection.class.isAssignableFrom(type)) {
            return type.isInstance(List.of()) ? List.of() : null;
        }
        return type == int.class
                ? (Object) 0
                : type == long.class ? (Object) 0L : type == boolean.class ? (Object) false : null;
    }
}
