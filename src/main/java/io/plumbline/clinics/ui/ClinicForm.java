package io.plumbline.clinics.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.clinics.BusinessHours;
import io.plumbline.clinics.ClinicDraft;
import io.plumbline.clinics.ClinicField;
import io.plumbline.clinics.ClinicOffer;
import io.plumbline.clinics.CombinedCare;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.WeekFields;
import io.plumbline.shared.ui.WholeNumber;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The form for a clinic. */
class ClinicForm extends Composite<Div> {
    private final Div summary = new Div();
    private static final int LONGEST_RESPONSE_TARGET = 480;
    private static final int USUAL_RESPONSE_TARGET = 15;
    private static final String GAP = "0 to " + CombinedCare.LONGEST_GAP + " days, a whole number";
    private static final String RATE = "1 to " + CombinedCare.MOST_MASSAGES + ", a whole number, or empty";
    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
            .sorted()
            .toList();
    private static final List<String> COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .sorted(Comparator.comparing(ClinicForm::countryName))
            .toList();

    private final TextField name = new TextField("Name");
    private final TextField code = new TextField("Short code");
    private final ComboBox<String> country = new ComboBox<>("Country");
    private final ComboBox<String> zone = new ComboBox<>("Time zone");
    private final TextField phone = new TextField("Phone");
    private final TextField address = new TextField("Address");
    private final TextField emergency = new TextField("Emergency number");
    private final WholeNumber target = new WholeNumber(
            "Response target, in business minutes",
            1,
            LONGEST_RESPONSE_TARGET,
            1,
            false,
            "1 to " + LONGEST_RESPONSE_TARGET + " minutes, a whole number");
    private final WholeNumber pairWithin =
            new WholeNumber("Massage after the adjustment, within days", 0, CombinedCare.LONGEST_GAP, 1, false, GAP);
    private final WholeNumber checkEvery = new WholeNumber(
            "Alignment check in maintenance, with every how many massages",
            1,
            CombinedCare.MOST_MASSAGES,
            1,
            true,
            RATE);
    private final WeekFields hours = new WeekFields("Closed", this::changed);
    private final ClosedDayFields closedDays = new ClosedDayFields(this::changed);
    private final DayPartFields dayParts = new DayPartFields(this::changed);
    private final RoomFields rooms = new RoomFields(this::changed);
    private final ServiceFields services = new ServiceFields(this::changed);
    private @Nullable PhoneNumber knownPhone;
    private boolean isTyped;

    /** The values of the form. */
    record Typed(ClinicDraft draft, ClinicOffer offer) {}

    ClinicForm() {
        name.setMaxLength(80);
        code.setMaxLength(16);
        code.setHelperText("Identifies the clinic in links to the public form: lowercase letters and digits");
        country.setItems(COUNTRIES);
        country.setItemLabelGenerator(ClinicForm::countryName);
        country.setHelperText("Determines the format of phone numbers");
        zone.setItems(ZONES);
        zone.setAllowCustomValue(true);
        zone.addCustomValueSetListener(e -> zone.setValue(e.getDetail()));
        phone.setHelperText("Shown on the public form for people who prefer to call");
        address.setMaxLength(200);
        address.setHelperText("Printed on documents");
        emergency.setMaxLength(20);
        emergency.setHelperText("Shown to people who report a warning sign");
        target.show(USUAL_RESPONSE_TARGET);
        pairWithin.show(CombinedCare.SAME_DAY.pairWithinDays());
        target.field().setHelperText("Time until the first call to a new lead");
        List.of(name, code, phone, address, emergency).forEach(field -> field.addValueChangeListener(e -> changed()));
        List.of(country, zone).forEach(field -> field.addValueChangeListener(e -> changed()));
        pairWithin.field().setHelperText("0 for the same day");
        checkEvery.field().setHelperText("Empty for no rule");
        List.of(target, pairWithin, checkEvery)
                .forEach(number -> number.field().addValueChangeListener(e -> changed()));
        var about = new FormLayout(name, code, country, zone, phone, emergency, address, target.field());
        about.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("420px", 2));
        getContent().addClassName("stack-5");
        getContent()
                .add(
                        summary,
                        Ui.div(
                                "two-stacks",
                                Ui.div(
                                        "stack-5",
                                        Ui.card("The clinic", about),
                                        Ui.card("Parts of the day", dayParts),
                                        Ui.card("Rooms", rooms)),
                                Ui.div(
                                        "stack-5",
                                        Ui.card("Business hours", hours),
                                        Ui.card("Closed days", closedDays),
                                        Ui.card("Combined care", pairWithin.field(), checkEvery.field()))),
                        Ui.card("Services", services));
    }

    void show(ClinicDraft draft, ClinicOffer offer) {
        name.setValue(draft.name());
        code.setValue(draft.code());
        country.setValue(draft.country());
        zone.setValue(draft.zone().getId());
        knownPhone = draft.phone();
        phone.setValue(knownPhone == null ? "" : knownPhone.shown());
        address.setValue(draft.address());
        emergency.setValue(draft.emergencyNumber());
        target.show(draft.responseTargetMinutes());
        hours.show(draft.hours().stream()
                .map(stretch -> new WeekFields.Stretch(stretch.weekday(), stretch.opensAt(), stretch.closesAt()))
                .toList());
        closedDays.show(draft.closedDays());
        pairWithin.show(draft.combinedCare().pairWithinDays());
        checkEvery.show(draft.combinedCare().alignmentCheckEvery());
        show(offer);
    }

    /**
     * Starts a new clinic with default values.
     *
     * @param here the time zone of the user's browser, if known
     */
    void begin(ClinicOffer usual, @Nullable String here) {
        zone.setValue(ZONES.contains(here) ? here : null);
        closedDays.show(List.of());
        show(usual);
    }

    private void show(ClinicOffer offer) {
        dayParts.show(offer.dayParts());
        rooms.show(offer.rooms());
        services.show(offer.services());
        isTyped = false;
    }

    void fixZone() {
        zone.setReadOnly(true);
        zone.setHelperText("Cannot be changed because appointments are booked in it");
    }

    void focus() {
        name.focus();
    }

    /** Marks the form as changed because it differs from the database. */
    void keepAsTyped() {
        isTyped = true;
    }

    boolean hasChanges() {
        return isTyped;
    }

    /** Returns the attempt with the fields at which a refusal is shown. */
    Attempt at(Attempt attempt) {
        return attempt.at(ClinicField.CODE, code);
    }

    /** Returns the values, or empty after showing a message at each invalid field. */
    Optional<Typed> read() {
        var wrong = new FormErrors(summary);
        readAbout(wrong);
        var number = wrong.read(phone, this::phone);
        readCalls(wrong);
        var parts = dayParts.read(wrong);
        var places = rooms.read(wrong);
        var week = hours.read(wrong);
        var closed = closedDays.read(wrong);
        var offered = services.read(wrong);
        wrong.refuse(pairWithin.field(), pairWithin.isWrong(), GAP);
        wrong.refuse(checkEvery.field(), checkEvery.isWrong(), RATE);
        if (!wrong.areNone()) {
            return Optional.empty();
        }
        return Optional.of(new Typed(
                new ClinicDraft(
                        code.getValue(),
                        name.getValue().strip(),
                        ZoneId.of(zone.getValue()),
                        country.getValue(),
                        number,
                        emergency.getValue().strip(),
                        Objects.requireNonNull(target.value()),
                        week.stream().map(ClinicForm::opening).toList(),
                        closed,
                        new CombinedCare(Objects.requireNonNull(pairWithin.value()), checkEvery.value()),
                        address.getValue()),
                new ClinicOffer(parts, places, offered)));
    }

    private void readAbout(FormErrors wrong) {
        wrong.refuseEmpty(name, "Enter the clinic's name");
        wrong.refuse(code, !code.getValue().matches("[a-z0-9]{2,16}"), "2 to 16 lowercase letters or digits");
        wrong.refuseEmpty(country, "Choose the country");
        wrong.refuse(
                zone,
                zone.isEmpty() || !ZoneId.getAvailableZoneIds().contains(zone.getValue()),
                "Choose a time zone from the list, such as Europe/Berlin");
    }

    private PhoneNumber phone(String typed) {
        return PhoneNumber.typed(typed, country.getOptionalValue().orElse(PhoneNumber.NO_REGION), knownPhone);
    }

    private void readCalls(FormErrors wrong) {
        wrong.refuseEmpty(emergency, "Enter the number to call in an emergency");
        wrong.refuse(target.field(), target.isWrong(), "1 to " + LONGEST_RESPONSE_TARGET + " minutes, a whole number");
    }

    private static BusinessHours opening(WeekFields.Stretch stretch) {
        return new BusinessHours(stretch.day(), stretch.from(), stretch.until());
    }

    private static String countryName(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    private void changed() {
        isTyped = true;
    }
}
