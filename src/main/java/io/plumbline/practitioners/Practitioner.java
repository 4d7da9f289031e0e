package io.plumbline.practitioners;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.search.SortKey;
import io.plumbline.shared.signing.RecordVersions;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

@Entity
@Table(name = "practitioner")
class Practitioner extends AbstractAggregateRoot<Practitioner> {
    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String title;
    private String givenName;
    private String familyName;
    private String sortKey;

    @Convert(converter = DisciplinesColumn.class)
    private Set<Discipline> disciplines;

    private String languages;

    /** Codes, separated by commas. */
    private String modalities = "";

    private String biography = "";
    private boolean active;
    private @Nullable StaffId changedBy;

    @ElementCollection
    @CollectionTable(name = "practitioner_hours", joinColumns = @JoinColumn(name = "practitioner_id"))
    private List<WorkingHours> hours = new ArrayList<>();

    static Practitioner of(StaffId id, PractitionerDraft draft) {
        var practitioner = new Practitioner();
        practitioner.id = id.value();
        practitioner.describe(draft);
        practitioner.active = true;
        practitioner.registerEvent(new PractitionerEvent.Added(id));
        return practitioner;
    }

    /** Changes the fields that differ. */
    void change(PractitionerDraft draft, StaffId by) {
        var before = draft();
        describe(draft);
        var fields = RecordVersions.changedFields(before, draft());
        if (!fields.isEmpty()) {
            changedBy = by;
            registerEvent(new PractitionerEvent.Changed(id(), fields, version() + 1));
        }
    }

    /** Deactivates the practitioner: no new bookings; their past work remains theirs. */
    void deactivate(StaffId by) {
        if (!active) {
            throw new Refused(label().name() + " no longer works here");
        }
        active = false;
        changedBy = by;
        registerEvent(new PractitionerEvent.Deactivated(id()));
    }

    void reactivate(StaffId by) {
        if (active) {
            throw new Refused(label().name() + " already works here");
        }
        active = true;
        changedBy = by;
        registerEvent(new PractitionerEvent.Reactivated(id()));
    }

    private void describe(PractitionerDraft draft) {
        if (draft.disciplines().isEmpty()) {
            throw new Refused("Choose at least one discipline");
        }
        refuseOverlap(draft.hours());
        title = TextLimit.optional("The title", draft.title(), 20);
        givenName = TextLimit.required("The given name", draft.givenName(), 80);
        familyName = TextLimit.required("The family name", draft.familyName(), 80);
        sortKey = SortKey.of(familyName, givenName);
        if (!Set.copyOf(draft.disciplines()).equals(disciplines)) {
            disciplines = Set.copyOf(draft.disciplines());
        }
        languages = TextLimit.optional(
                "The list of languages",
                draft.languages().stream()
                        .map(String::strip)
                        .filter(language -> !language.isEmpty())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", ")),
                120);
        modalities = draft.modalities().stream().sorted().collect(Collectors.joining(","));
        biography = TextLimit.optional("The biography", draft.biography(), 2000);
        var inOrder = draft.hours().stream().sorted(WorkingHours.IN_ORDER).toList();
        if (!inOrder.equals(hours)) {
            hours.clear();
            hours.addAll(inOrder);
        }
    }

    private static void refuseOverlap(List<WorkingHours> hours) {
        var inOrder = hours.stream().sorted(WorkingHours.IN_ORDER).toList();
        for (int i = 1; i < inOrder.size(); i++) {
            var before = inOrder.get(i - 1);
            var next = inOrder.get(i);
            if (before.clinic().equals(next.clinic())
                    && before.weekday() == next.weekday()
                    && next.startsAt().isBefore(before.endsAt())) {
                throw new Refused("Working hours of one day at one clinic must not overlap");
            }
        }
    }

    StaffId id() {
        return new StaffId(id);
    }

    long version() {
        return version == null ? -1 : version;
    }

    boolean isActive() {
        return active;
    }

    @Nullable
    StaffId changedBy() {
        return changedBy;
    }

    PractitionerLabel label() {
        return new PractitionerLabel(id(), PersonName.of(title, givenName, familyName), disciplines);
    }

    PractitionerScope scope() {
        return new PractitionerScope(disciplines, words(modalities, ","));
    }

    PractitionerDraft draft() {
        return new PractitionerDraft(
                title,
                givenName,
                familyName,
                disciplines,
                words(languages, ", "),
                hours.stream().sorted(WorkingHours.IN_ORDER).toList(),
                words(modalities, ","),
                biography);
    }

    /**
     * Returns whether staff of these clinics may edit the practitioner: the practitioner works at one of them, or has
     * no hours yet.
     */
    boolean isChangeableAt(Set<ClinicId> clinics) {
        return hours.isEmpty() || hours.stream().map(WorkingHours::clinic).anyMatch(clinics::contains);
    }

    private static Set<String> words(String joined, String separator) {
        return joined.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(joined.split(separator)));
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected Practitioner() {}
}
