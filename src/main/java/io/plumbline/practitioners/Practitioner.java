package io.plumbline.practitioners;

import io.plumbline.shared.SortKey;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.TextLimit;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
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
    private boolean active;

    @ElementCollection
    @CollectionTable(name = "practitioner_hours", joinColumns = @JoinColumn(name = "practitioner_id"))
    private List<WorkingHours> hours = new ArrayList<>();

    static Practitioner of(StaffId id, PractitionerDraft draft) {
        if (draft.disciplines().isEmpty()) {
            throw new IllegalArgumentException("Choose at least one discipline");
        }
        var practitioner = new Practitioner();
        practitioner.id = id.value();
        practitioner.title = TextLimit.optional("The title", draft.title(), 20);
        practitioner.givenName = TextLimit.required("The given name", draft.givenName(), 80);
        practitioner.familyName = TextLimit.required("The family name", draft.familyName(), 80);
        practitioner.sortKey = SortKey.of(practitioner.familyName, practitioner.givenName);
        practitioner.disciplines = Set.copyOf(draft.disciplines());
        practitioner.languages = TextLimit.optional(
                "The list of languages", draft.languages().stream().sorted().collect(Collectors.joining(", ")), 120);
        practitioner.active = true;
        practitioner.hours.addAll(draft.hours());
        practitioner.registerEvent(new PractitionerAdded(id));
        return practitioner;
    }

    PractitionerLabel label() {
        return new PractitionerLabel(
                new StaffId(id), (title + " " + givenName + " " + familyName).strip(), disciplines);
    }

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Practitioner() {}

    @Converter
    static class DisciplinesColumn implements AttributeConverter<Set<Discipline>, String> {
        @Override
        public String convertToDatabaseColumn(Set<Discipline> disciplines) {
            return disciplines.stream().map(Discipline::name).sorted().collect(Collectors.joining(","));
        }

        @Override
        public Set<Discipline> convertToEntityAttribute(String names) {
            return Arrays.stream(names.split(",")).map(Discipline::valueOf).collect(Collectors.toUnmodifiableSet());
        }
    }
}
