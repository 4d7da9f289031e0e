package io.plumbline.leads.web;

import io.plumbline.clinics.DayPart;
import io.plumbline.leads.CallWindow;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadSource;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.TextLimit;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What a person typed into the booking form, as they typed it, and what is wrong with it, by field. */
final class BookingForm {
    static final String OPERATION = "operation";

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_CONCERN = 2000;

    private final MultiValueMap<String, String> typed;
    private final Map<String, String> errors = new LinkedHashMap<>();

    BookingForm(MultiValueMap<String, String> typed) {
        this.typed = typed;
    }

    /** What stands in a field, for the page to show again. */
    public String value(String field) {
        var first = typed.getFirst(field);
        return first == null ? "" : first;
    }

    /** Whether a box is ticked, for the page to show again. */
    public boolean has(String field, String value) {
        return typed.getOrDefault(field, List.of()).contains(value);
    }

    /**
     * What makes sending this very form twice one lead; null where the page gave it no mark. A form that was changed before
     * it was sent again is another one.
     */
    @Nullable
    UUID operation() {
        if (value(OPERATION).isEmpty()) {
            return null;
        }
        var everything = new TreeMap<>(typed).toString();
        return UUID.nameUUIDFromBytes(everything.getBytes(StandardCharsets.UTF_8));
    }

    /** What is wrong, by field, in the order of the page. */
    public Map<String, String> errors() {
        return errors;
    }

    /**
     * The lead that the form tells, or null with the errors filled.
     *
     * @param clinicByCode the clinics that may be chosen
     * @param region the country of a phone number that names none
     */
    @Nullable
    LeadDraft read(Map<String, ClinicId> clinicByCode, String region, Instant now) {
        var name = part("name", text -> TextLimit.required("Your name", text, LONGEST_NAME));
        var phone = value("phone").isBlank() ? null : part("phone", text -> PhoneNumber.typed(text, region));
        var email = value("email").isBlank() ? null : part("email", EmailAddress::new);
        if (value("phone").isBlank() && value("email").isBlank()) {
            errors.put("phone", "Give a phone number or an e-mail address, so that we can reach you");
        }
        var concern = part("concern", text -> TextLimit.optional("What hurts", text, LONGEST_CONCERN));
        var days = chosen("days", DayOfWeek.values());
        var parts = chosen("dayParts", DayPart.values());
        var clinic = clinicByCode.get(value("clinic"));
        if (clinic == null && !value("clinic").isEmpty()) {
            errors.put("clinic", "Choose one of our clinics, or no preference");
        }
        if (value("consent").isEmpty()) {
            errors.put("consent", "Tick the box, so that we may contact you");
        }
        return name == null || concern == null || !errors.isEmpty()
                ? null
                : new LeadDraft(
                        name, phone, email, concern, new CallWindow(days, parts), LeadSource.WEBSITE, clinic, now);
    }

    private <T> @Nullable T part(String field, Function<String, T> read) {
        try {
            return read.apply(value(field));
        } catch (IllegalArgumentException wrong) {
            errors.put(field, String.valueOf(wrong.getMessage()));
            return null;
        }
    }

    private <E extends Enum<E>> Set<E> chosen(String field, E[] all) {
        return Arrays.stream(all).filter(one -> has(field, one.name())).collect(Collectors.toUnmodifiableSet());
    }
}
