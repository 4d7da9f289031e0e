package io.plumbline.clinics;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.TextLimit;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

@Entity
@Table(name = "clinic")
class Clinic extends AbstractAggregateRoot<Clinic> {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String code;
    private String name;
    private ZoneId zone;

    @Column(columnDefinition = "char(2)")
    private String country;

    private String emergencyNumber;
    private int promiseMinutes;

    @ElementCollection
    @CollectionTable(name = "clinic_hours", joinColumns = @JoinColumn(name = "clinic_id"))
    private List<OpeningHours> hours = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "clinic_closed_day", joinColumns = @JoinColumn(name = "clinic_id"))
    @OrderBy("on")
    @Fetch(FetchMode.SUBSELECT)
    private List<ClosedDay> closedDays = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "clinic_day_part", joinColumns = @JoinColumn(name = "clinic_id"))
    private List<DayPartHours> dayParts = new ArrayList<>();

    static Clinic of(ClinicDraft draft) {
        var clinic = new Clinic();
        clinic.id = ClinicId.next().value();
        clinic.describe(draft);
        clinic.dayParts.addAll(
                Arrays.stream(DayPart.values()).map(DayPartHours::usual).toList());
        clinic.registerEvent(new ClinicCreated(clinic.id()));
        return clinic;
    }

    private void describe(ClinicDraft draft) {
        if (!draft.code().matches("[a-z0-9]{2,16}")) {
            throw new IllegalArgumentException("A clinic's code has 2 to 16 small letters or digits");
        }
        if (!COUNTRIES.contains(draft.country())) {
            throw new IllegalArgumentException("Choose the clinic's country");
        }
        if (draft.promiseMinutes() < 1 || draft.promiseMinutes() > 480) {
            throw new IllegalArgumentException("The promise is between 1 and 480 opening minutes");
        }
        refuseOverlap(draft.hours());
        code = draft.code();
        name = TextLimit.required("The clinic's name", draft.name(), 80);
        zone = draft.zone();
        country = draft.country();
        emergencyNumber = TextLimit.required("The emergency number", draft.emergencyNumber(), 20);
        promiseMinutes = draft.promiseMinutes();
        hours.clear();
        hours.addAll(draft.hours());
        closedDays.clear();
        closedDays.addAll(draft.closedDays());
    }

    private static void refuseOverlap(List<OpeningHours> hours) {
        var inOrder = hours.stream().sorted(OpeningHours.IN_ORDER).toList();
        for (int i = 1; i < inOrder.size(); i++) {
            var before = inOrder.get(i - 1);
            var next = inOrder.get(i);
            if (before.weekday() == next.weekday() && next.opensAt().isBefore(before.closesAt())) {
                throw new IllegalArgumentException("Opening hours of one day must not overlap");
            }
        }
    }

    ClinicId id() {
        return new ClinicId(id);
    }

    ClinicLabel label() {
        return new ClinicLabel(id(), code, name, zone);
    }

    ClinicDetails details() {
        return new ClinicDetails(
                id(),
                version == null ? -1 : version,
                new ClinicDraft(
                        code,
                        name,
                        zone,
                        country,
                        emergencyNumber,
                        promiseMinutes,
                        hours.stream().sorted(OpeningHours.IN_ORDER).toList(),
                        List.copyOf(closedDays)));
    }

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Clinic() {}
}
