package io.plumbline.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.access.AtClinic;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.documents.PrintedDocument;
import io.plumbline.documents.PrintedDocument.Facts;
import io.plumbline.documents.PrintedDocument.Notice;
import io.plumbline.documents.PrintedDocument.Table;
import io.plumbline.intake.IntakeDetails;
import io.plumbline.intake.IntakeService;
import io.plumbline.intake.IntakeVersions.Version;
import io.plumbline.intake.IntakeVocabulary;
import io.plumbline.safety.ScreeningService;
import io.plumbline.safety.TakenBackFlag;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows the versions of an intake note: which one counts, why each was amended and what it changed. */
@org.springframework.stereotype.Component
class VersionsOfIntake {
    private static final String TITLE = "Versions";

    private final IntakeService intake;
    private final IntakeVocabulary vocabulary;
    private final ScreeningService screening;
    private final ClinicService clinics;

    VersionsOfIntake(
            IntakeService intake, IntakeVocabulary vocabulary, ScreeningService screening, ClinicService clinics) {
        this.intake = intake;
        this.vocabulary = vocabulary;
        this.screening = screening;
        this.clinics = clinics;
    }

    /** Returns the button that begins the next version; empty if the note is a draft, was amended, or is being amended. */
    Optional<Component> amend(IntakeDetails note) {
        var versions = note.versions();
        var isNewest = versions.newer().isEmpty() && versions.draft().isEmpty();
        return note.signature() == null || !isNewest || !AtClinic.may(Permission.INTAKE_WRITE, note.clinic())
                ? Optional.empty()
                : Optional.of(new Button(
                        "Amend…", e -> AmendDialog.open(intake, note, version -> Ui.navigate(Routes.intake(version)))));
    }

    /** Returns what a reader has to know about the version before reading it; empty if nothing. */
    Optional<Component> notice(IntakeDetails note, ClinicLabel clinic) {
        var versions = note.versions();
        var newer = versions.newer();
        if (newer.isPresent()) {
            return Optional.of(banner(
                    sentence(newer.get(), clinic),
                    new Anchor(Routes.intake(newer.get().id()), "Read the newest version")));
        }
        var draft = versions.draft();
        if (draft.isPresent()) {
            return Optional.of(banner(
                    draft.get().by() + " is writing version " + draft.get().number() + ". Until it is signed, this one"
                            + " counts.",
                    new Anchor(Routes.intake(draft.get().id()), "Open the new version")));
        }
        return note.signature() == null ? versions.amended().map(before -> writing(note, before)) : Optional.empty();
    }

    private Component writing(IntakeDetails note, Version before) {
        var own = note.versions().own();
        // opens a new tab, so that the draft stays where it is
        var link = new Anchor(Routes.intake(before.id()), "Read version " + before.number());
        link.setTarget(AnchorTarget.BLANK);
        return banner(
                "You amend this note: version " + own.number() + ". Until it is signed, version " + before.number()
                        + " counts. Reason: " + own.reason(),
                link,
                new Button("Compare versions…", e -> compare(note)));
    }

    private static Div banner(String sentence, Component... actions) {
        var banner = Ui.div(
                "banner tone-info",
                Icon.INFO.create(),
                Ui.div("stack-0", Ui.text("", sentence)),
                Ui.div("cluster", actions));
        banner.getElement().setAttribute("role", "region");
        banner.getElement().setAttribute("aria-label", "About this version");
        return banner;
    }

    private String sentence(Version newer, ClinicLabel clinic) {
        return "This version no longer counts: " + newer.by() + " amended the note, version " + newer.number()
                + at(newer, clinic);
    }

    private String at(Version version, ClinicLabel clinic) {
        return version.signedAt() == null
                ? ""
                : ", signed " + Dates.dayAndTime(version.signedAt(), clinic.zone(), clinics.ownZone());
    }

    /** Returns why the version amends the one before, and what it changed; empty for a first version and a draft. */
    Optional<Component> changes(IntakeDetails note) {
        if (note.signature() == null) {
            return Optional.empty();
        }
        return note.versions().amended().map(before -> {
            var own = note.versions().own();
            var card = Ui.card(changed(own), Ui.facts("Reason", own.reason()));
            comparison(note, before)
                    .ifPresent(found -> card.add(ComparisonTable.of(found, before.number(), own.number())));
            if (AtClinic.may(Permission.FLAG_DECIDE, note.clinic())
                    && note.checks().stream().anyMatch(TakenBackFlag::isAnswer)) {
                card.add(new Anchor(Routes.patient(note.patient()), "Decide the red flags of the patient"));
            }
            return card;
        });
    }

    private static String changed(Version own) {
        return "What version " + own.number() + " changed";
    }

    private Optional<IntakeComparison> comparison(IntakeDetails note, Version before) {
        return intake.open(before.id()).map(old -> IntakeComparison.of(words(note), old.draft(), note.draft()));
    }

    /** A version answers the same versions of forms as the one that it amends. */
    private IntakeWords words(IntakeDetails note) {
        return new IntakeWords(vocabulary, screening.rules(), note.forms());
    }

    /** Returns all versions, each a link, and their comparison; empty if there is only one. */
    Optional<Component> all(IntakeDetails note, ClinicLabel clinic) {
        var versions = note.versions();
        if (versions.all().size() == 1) {
            return Optional.empty();
        }
        var list = new UnorderedList();
        list.getElement().setAttribute("aria-label", TITLE);
        for (var version : versions.all()) {
            list.add(new ListItem(
                    version.number() == versions.seen()
                            ? Ui.text("strong", ComparisonTable.name(version.number()))
                            : new Anchor(Routes.intake(version.id()), ComparisonTable.name(version.number())),
                    Ui.text("", ", " + words(version, clinic))));
        }
        return Optional.of(
                Ui.card(TITLE, list, Ui.div("cluster", new Button("Compare versions…", e -> compare(note)))));
    }

    private String words(Version version, ClinicLabel clinic) {
        return version.by()
                + (version.isDraft() ? ", draft" : at(version, clinic))
                + (version.reason().isEmpty() ? "" : ": " + version.reason());
    }

    private void compare(IntakeDetails note) {
        new VersionsDialog(note.versions(), version -> intake.open(version.id()).map(IntakeDetails::draft), words(note))
                .open();
    }

    /** Returns the notice and the changes for the printed version; empty for a note with one version. */
    List<PrintedDocument.Part> printed(IntakeDetails note, ClinicLabel clinic) {
        var parts = new ArrayList<PrintedDocument.Part>();
        var versions = note.versions();
        versions.newer().ifPresent(newer -> parts.add(new Notice("Amended since", sentence(newer, clinic))));
        if (versions.signed().size() > 1) {
            parts.add(Facts.of(
                    TITLE,
                    versions.signed().stream()
                            .flatMap(version -> Stream.of(
                                    ComparisonTable.name(version.number())
                                            + (version.number() == versions.seen() ? " (this one)" : ""),
                                    words(version, clinic)))
                            .toArray(String[]::new)));
        }
        versions.amended()
                .flatMap(before -> comparison(note, before).map(found -> table(before, versions.own(), found)))
                .ifPresent(parts::add);
        return parts;
    }

    private static Table table(Version before, Version own, IntakeComparison found) {
        return new Table(
                changed(own),
                List.of("Field", ComparisonTable.name(before.number()), ComparisonTable.name(own.number())),
                found.rows().stream()
                        .map(row -> List.of(row.field(), row.before(), row.after()))
                        .toList());
    }
}
