package io.plumbline.orders;

import io.plumbline.access.RelationService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.clinics.OfferedService;
import io.plumbline.orders.CheckoutOrder.Moment;
import io.plumbline.patients.NewEntry;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.PractitionerLabel;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.OrderId;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checkout orders that clinicians place for their patients, and withdraw. */
@Service
@Transactional
@Requires(Permission.ORDER_PLACE)
public class OrderService {
    private static final List<OrderStatus> PENDING = List.of(OrderStatus.PREPARED, OrderStatus.OPEN);

    private final CheckoutOrders orders;
    private final OrderSources sources;
    private final PatientService patients;
    private final PractitionerService practitioners;
    private final RelationService relations;
    private final ClinicService clinics;
    private final Clock clock;

    OrderService(
            CheckoutOrders orders,
            OrderSources sources,
            PatientService patients,
            PractitionerService practitioners,
            RelationService relations,
            ClinicService clinics,
            Clock clock) {
        this.orders = orders;
        this.sources = sources;
        this.patients = patients;
        this.practitioners = practitioners;
        this.relations = relations;
        this.clinics = clinics;
        this.clock = clock;
    }

    /**
     * What can be ordered after a record, and what is likely: the next visit of the running plan, otherwise the same
     * again in a week.
     *
     * @param isUnsigned whether the record is a note that the current user still writes
     */
    public record Choice(
            LocalDate today,
            List<OrderKind> kinds,
            List<PractitionerLabel> practitioners,
            OrderDraft proposed,
            boolean isUnsigned) {}

    /**
     * Returns what can be ordered after a record.
     *
     * @throws NotAvailable if the record is not one of the patient, or not available to the current user
     */
    public Choice choice(PatientId patient, OrderSource source) {
        var opened = requirePatient(patient);
        var from = sources.find(source, opened).orElseThrow(NotAvailable::new);
        var today = clinics.todayAt(from.clinic());
        var kinds = kindsAt(from.clinic());
        var next = sources.nextPlanned(opened, from.service(), today);
        var ofNext = next.map(visit -> OrderKind.fulfilledBy(visit.service())).filter(kinds::contains);
        var again = from.service() == null ? null : OrderKind.fulfilledBy(from.service());
        var likely = ofNext.orElse(again != null && kinds.contains(again) ? again : kinds.getFirst());
        return new Choice(
                today,
                kinds,
                practitioners.workingAt(from.clinic()),
                new OrderDraft(
                        likely,
                        ofNext.isPresent()
                                ? new Wanted(next.get().plannedOn(), false)
                                : Wanted.in(1, Wanted.Unit.WEEKS, today),
                        ofNext.isPresent() ? next.get().practitioner() : null,
                        ""),
                from.isUnsigned());
    }

    /**
     * Orders something after a record. The same order again, while it is pending, is that order.
     *
     * @param withSignature whether an order from a note that the current user still writes waits for its signature
     * @throws NotAvailable if the record is not one of the patient, or not available to the current user
     * @throws Refused if a value is out of range, the same is ordered already in other words, or the current user has
     *     break-glass access only; the message is for the user
     */
    public OrderId place(PatientId patient, OrderSource source, OrderDraft draft, boolean withSignature) {
        // two presses at once wait here for each other
        patients.holdHeader(patient);
        var opened = requirePatient(patient);
        opened.on(patient).require(NewEntry.ORDER);
        var from = sources.find(source, opened).orElseThrow(NotAvailable::new);
        var pending = orders.pendingLike(opened.records(), PENDING, draft.kind(), source.id());
        if (!pending.isEmpty()) {
            return same(pending.getFirst(), draft);
        }
        requirePossible(from.clinic(), draft);
        var order = CheckoutOrder.of(
                patient,
                from.clinic(),
                draft,
                source,
                withSignature && from.isUnsigned(),
                clinics.todayAt(from.clinic()),
                now());
        return orders.saveAndFlush(order).id();
    }

    private static OrderId same(CheckoutOrder pending, OrderDraft draft) {
        if (pending.isAs(draft)) {
            return pending.id();
        }
        throw new Refused(
                OrderField.KIND,
                pending.label() + " is ordered already, " + pending.wanted().words()
                        + ". Withdraw that order first to change it");
    }

    private void requirePossible(ClinicId clinic, OrderDraft draft) {
        if (!kindsAt(clinic).contains(draft.kind())) {
            throw new Refused(
                    OrderField.KIND,
                    "This clinic does not offer " + draft.kind().label().toLowerCase(Locale.ROOT)
                            + ". Choose something else");
        }
        var who = draft.practitioner();
        if (who != null
                && practitioners.workingAt(clinic).stream()
                        .noneMatch(label -> label.id().equals(who))) {
            throw new Refused(OrderField.PRACTITIONER, "This practitioner does not work here. Choose somebody else");
        }
    }

    private List<OrderKind> kindsAt(ClinicId clinic) {
        return OrderKind.offeredWith(
                clinics.servicesOf(clinic).stream().map(OfferedService::code).collect(Collectors.toSet()));
    }

    /**
     * Takes an order back that the desk has not dealt with.
     *
     * @throws NotAvailable if it does not exist, or its patient is not in relation to the current user
     * @throws StaleVersion if it changed in the meantime
     * @throws Refused if the desk has dealt with it; the message is for the user
     */
    public void withdraw(OrderId id, long version) {
        orders.lock(id.value());
        var order = orders.findById(id.value())
                .filter(found -> relations.scopeOf(found.patient()).isClinical(found.patient()))
                .orElseThrow(NotAvailable::new);
        relations.requireMoreThanReason(order.patient(), "ask the clinician who ordered it");
        StaleVersion.throwUnless(order.version() == version, CheckoutOrder.class, id);
        order.withdraw(now());
        orders.saveAndFlush(order);
    }

    private PatientDetails requirePatient(PatientId patient) {
        var found = patients.details(patient)
                .filter(details -> details.clinical() != null)
                .orElseThrow(NotAvailable::new);
        relations.requireMoreThanReason(patient, "ask a clinician who treats the patient to order");
        return found;
    }

    private Moment now() {
        return new Moment(CurrentUser.current().staff(), clock.instant());
    }
}
