package io.plumbline.clinics;

import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.search.SortKey;
import io.plumbline.shared.signing.RecordVersions;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

@Entity
@Table(name = "clinic")
class Clinic extends AbstractAggregateRoot<Clinic> {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int MOST = 60;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String code;
    private String name;
    private ZoneId zone;

    @Column(columnDefinition = "char(2)")
    private String country;

    private @Nullable PhoneNumber phone;
    private String emergencyNumber;
    private @Nullable String address;
    private int responseTargetMinutes;

    @Embedded
    private CombinedCare combinedCare;

    @ElementCollection
    @CollectionTable(name = "clinic_hours", joinColumns = @JoinColumn(name = "clinic_id"))
    @Fetch(FetchMode.SUBSELECT)
    private List<BusinessHours> hours = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "clinic_closed_day", joinColumns = @JoinColumn(name = "clinic_id"))
    @OrderBy("on")
    @Fetch(FetchMode.SUBSELECT)
    private List<ClosedDay> closedDays = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "clinic_day_part", joinColumns = @JoinColumn(name = "clinic_id"))
    @Fetch(FetchMode.SUBSELECT)
    private List<DayPartHours> dayParts = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "clinic_room", joinColumns = @JoinColumn(name = "clinic_id"))
    @MapKeyColumn(name = "id")
    private Map<UUID, RoomInColumns> rooms = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "clinic_service", joinColumns = @JoinColumn(name = "clinic_id"))
    @MapKeyColumn(name = "code", length = 24)
    private Map<String, ServiceInColumns> services = new HashMap<>();

    private @Nullable String changedBy;

    /** The database columns of a room, apart from its id. */
    @Embeddable
    record RoomInColumns(String name, boolean active) {}

    /** The database columns of a service, apart from its code. */
    @Embeddable
    record ServiceInColumns(String name, int minutes, int bufferMinutes, boolean needsRoom, boolean active) {}

    static Clinic of(ClinicDraft draft, ClinicOffer offer, String by) {
        var clinic = new Clinic();
        clinic.id = ClinicId.next().value();
        clinic.describe(draft);
        clinic.offer(offer);
        clinic.changedBy = by;
        clinic.registerEvent(new ClinicEvent.Created(clinic.id(), clinic.country));
        return clinic;
    }

    /** Changes what differs. A room or service that is no longer listed is deactivated, never deleted. */
    void change(ClinicDraft draft, ClinicOffer offer, String by) {
        var draftBefore = details().draft();
        var offerBefore = offer();
        describe(draft);
        offer(offer);
        var fields = new ArrayList<>(
                RecordVersions.changedFields(draftBefore, details().draft()));
        fields.addAll(RecordVersions.changedFields(offerBefore, offer()));
        if (!fields.isEmpty()) {
            changedBy = by;
            registerEvent(new ClinicEvent.Changed(id(), fields, version() + 1));
        }
    }

    private void describe(ClinicDraft draft) {
        if (!draft.code().matches("[a-z0-9]{2,16}")) {
            throw new Refused("A clinic's code must have 2 to 16 lowercase letters or digits");
        }
        if (!COUNTRIES.contains(draft.country())) {
            throw new Refused("Choose the clinic's country");
        }
        if (draft.responseTargetMinutes() < 1 || draft.responseTargetMinutes() > 480) {
            throw new Refused("The response target must be between 1 and 480 business minutes");
        }
        refuseOverlap(draft.hours());
        if (draft.closedDays().stream().map(ClosedDay::on).distinct().count()
                < draft.closedDays().size()) {
            throw new Refused("Each day can be closed only once");
        }
        code = draft.code();
        name = TextLimit.required("The clinic's name", draft.name(), 80);
        zone = draft.zone();
        country = draft.country();
        phone = draft.phone();
        emergencyNumber = TextLimit.required("The emergency number", draft.emergencyNumber(), 20);
        responseTargetMinutes = draft.responseTargetMinutes();
        combinedCare = draft.combinedCare();
        var written = TextLimit.optional("The clinic's address", draft.address(), 200);
        address = written.isEmpty() ? null : written;
        replace(hours, draft.hours().stream().sorted(BusinessHours.IN_ORDER).toList());
        replace(
                closedDays,
                draft.closedDays().stream()
                        .sorted(Comparator.comparing(ClosedDay::on))
                        .toList());
    }

    private void offer(ClinicOffer offer) {
        refuseDayPartsOutOfOrder(offer.dayParts());
        var names =
                offer.rooms().stream().map(room -> SortKey.of(room.name(), "")).toList();
        if (Set.copyOf(names).size() < names.size()) {
            throw new Refused("Two rooms have the same name");
        }
        var codes = offer.services().stream().map(OfferedService::code).toList();
        if (Set.copyOf(codes).size() < codes.size()) {
            throw new Refused("Two services have the same code");
        }
        if (offer.services().stream()
                .anyMatch(service ->
                        service.active() && ServiceKind.of(service.code()).isEmpty())) {
            throw new Refused("A clinic offers services of these kinds: "
                    + Arrays.stream(ServiceKind.values())
                            .map(ServiceKind::label)
                            .collect(Collectors.joining(", ")));
        }
        if (names.size() > MOST || codes.size() > MOST) {
            throw new Refused("A clinic has at most 60 rooms and 60 services");
        }
        replace(dayParts, offer.dayParts());
        rooms.replaceAll((room, was) -> new RoomInColumns(was.name(), false));
        offer.rooms().forEach(room -> rooms.put(room.id(), new RoomInColumns(room.name(), room.active())));
        services.replaceAll((code, was) ->
                new ServiceInColumns(was.name(), was.minutes(), was.bufferMinutes(), was.needsRoom(), false));
        offer.services()
                .forEach(service -> services.put(
                        service.code(),
                        new ServiceInColumns(
                                service.name(),
                                service.minutes(),
                                service.bufferMinutes(),
                                service.needsRoom(),
                                service.active())));
    }

    private static <T> void replace(List<T> kept, List<T> wanted) {
        if (!kept.equals(wanted)) {
            kept.clear();
            kept.addAll(wanted);
        }
    }

    private static void refuseDayPartsOutOfOrder(List<DayPartHours> parts) {
        if (!parts.stream().map(DayPartHours::part).toList().equals(List.of(DayPart.values()))) {
            throw new Refused("Each part of the day can be listed only once");
        }
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i).startsAt().isBefore(parts.get(i - 1).endsAt())) {
                throw new Refused(parts.get(i).part().label() + " begins before "
                        + parts.get(i - 1).part().label() + " ends");
            }
        }
    }

    private static void refuseOverlap(List<BusinessHours> hours) {
        var inOrder = hours.stream().sorted(BusinessHours.IN_ORDER).toList();
        for (int i = 1; i < inOrder.size(); i++) {
            var before = inOrder.get(i - 1);
            var next = inOrder.get(i);
            if (before.weekday() == next.weekday() && next.opensAt().isBefore(before.closesAt())) {
                throw new Refused("Business hours of one day must not overlap");
            }
        }
    }

    ClinicId id() {
        return new ClinicId(id);
    }

    ClinicLabel label() {
        return new ClinicLabel(id(), code, name, zone, country, phone, emergencyNumber, combinedCare, address());
    }

    private String address() {
        return address == null ? "" : address;
    }

    CallTimes callTimes() {
        return new CallTimes(
                BusinessTime.of(details().draft()), offer().dayParts(), Duration.ofMinutes(responseTargetMinutes));
    }

    ClinicDetails details() {
        return new ClinicDetails(
                id(),
                version(),
                new ClinicDraft(
                        code,
                        name,
                        zone,
                        country,
                        phone,
                        emergencyNumber,
                        responseTargetMinutes,
                        hours.stream().sorted(BusinessHours.IN_ORDER).toList(),
                        List.copyOf(closedDays),
                        combinedCare,
                        address()));
    }

    ClinicOffer offer() {
        return new ClinicOffer(
                dayParts.stream()
                        .sorted(Comparator.comparing(DayPartHours::part))
                        .toList(),
                rooms.entrySet().stream()
                        .map(room -> new ClinicRoom(
                                room.getKey(),
                                room.getValue().name(),
                                room.getValue().active()))
                        .sorted(Comparator.comparing(ClinicRoom::name).thenComparing(ClinicRoom::id))
                        .toList(),
                services.entrySet().stream()
                        .map(service -> service(service.getKey(), service.getValue()))
                        .sorted(Comparator.comparing(OfferedService::name).thenComparing(OfferedService::code))
                        .toList());
    }

    private static OfferedService service(String code, ServiceInColumns kept) {
        return new OfferedService(
                code, kept.name(), kept.minutes(), kept.bufferMinutes(), kept.needsRoom(), kept.active());
    }

    long version() {
        return version == null ? -1 : version;
    }

    ZoneId zone() {
        return zone;
    }

    String changedBy() {
        return changedBy == null ? "" : changedBy;
    }

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Clinic() {}
}
