package io.plumbline.practitioners.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.PractitionerModalities;
import io.plumbline.practitioners.PractitionerModalities.Modality;
import io.plumbline.practitioners.credentials.CredentialState;
import io.plumbline.practitioners.directory.PractitionerFilter;
import io.plumbline.shared.ui.FilterBar;
import io.plumbline.shared.ui.KeptSearch;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The filters of the directory, stored in the URL. */
class DirectoryFilters extends Composite<Div> {
    private static final String NAME = "name";
    private static final String DISCIPLINE = "discipline";
    private static final String CLINIC = "clinic";
    private static final String MODALITY = "modality";
    private static final String CREDENTIAL = "credential";
    private static final String LEFT = "left";

    private final TextField name;
    private final Select<Discipline> discipline;
    private final Select<ClinicLabel> clinic;
    private final Select<Modality> modality;
    private final Select<CredentialState> credential;
    private final Checkbox left;
    private final Collection<ClinicLabel> clinics;
    private final Collection<Modality> modalities;

    DirectoryFilters(Collection<ClinicLabel> clinics, PractitionerModalities vocabulary, Runnable changed) {
        this.clinics = clinics;
        this.modalities = vocabulary.modalities();
        var bar = new FilterBar("Filter practitioners", changed);
        name = bar.search("Name", "Search practitioners");
        discipline = bar.oneOf("Discipline", List.of(Discipline.values()), Discipline::label);
        clinic = bar.oneOf("Clinic", clinics, ClinicLabel::name);
        modality = bar.oneOf("Modality", modalities, Modality::name);
        credential = bar.oneOf("Credential", List.of(CredentialState.values()), CredentialState::label);
        left = bar.onlyIf("Former practitioners");
        getContent().add(bar);
    }

    /** Applies the filter from a URL; unknown values do not filter. */
    void show(QueryParameters address) {
        name.setValue(KeptSearch.in(NAME, address).orElse(""));
        discipline.setValue(named(address, DISCIPLINE, List.of(Discipline.values()), Enum::name)
                .orElse(null));
        clinic.setValue(named(address, CLINIC, clinics, ClinicLabel::code).orElse(null));
        modality.setValue(named(address, MODALITY, modalities, Modality::code).orElse(null));
        credential.setValue(named(address, CREDENTIAL, List.of(CredentialState.values()), Enum::name)
                .orElse(null));
        left.setValue(address.getSingleParameter(LEFT).isPresent());
    }

    /** Returns whether a URL has a search that ended with its session; the search field then has the focus. */
    boolean isSearchOver(QueryParameters address) {
        var isOver = KeptSearch.isOver(NAME, address);
        if (isOver) {
            name.focus();
        }
        return isOver;
    }

    /** Returns the query parameters of the current filter. */
    QueryParameters address() {
        var chosen = new LinkedHashMap<String, String>();
        if (!name.getValue().isBlank()) {
            chosen.put(NAME, name.getValue().strip());
        }
        Optional.ofNullable(discipline.getValue()).ifPresent(d -> chosen.put(DISCIPLINE, lower(d.name())));
        Optional.ofNullable(clinic.getValue()).ifPresent(c -> chosen.put(CLINIC, c.code()));
        Optional.ofNullable(modality.getValue()).ifPresent(m -> chosen.put(MODALITY, lower(m.code())));
        Optional.ofNullable(credential.getValue()).ifPresent(c -> chosen.put(CREDENTIAL, lower(c.name())));
        if (left.getValue()) {
            chosen.put(LEFT, "");
        }
        return KeptSearch.hide(NAME, chosen);
    }

    PractitionerFilter filter() {
        return new PractitionerFilter(
                name.getValue(),
                discipline.getValue(),
                clinic.isEmpty() ? null : clinic.getValue().id(),
                modality.isEmpty() ? null : modality.getValue().code(),
                credential.getValue(),
                left.getValue());
    }

    private static <T> Optional<T> named(
            QueryParameters address, String key, Collection<T> items, Function<T, String> code) {
        var wanted = address.getSingleParameter(key).map(DirectoryFilters::lower);
        return items.stream()
                .filter(item -> wanted.equals(Optional.of(lower(code.apply(item)))))
                .findFirst();
    }

    private static String lower(String code) {
        return code.toLowerCase(Locale.ROOT);
    }
}
