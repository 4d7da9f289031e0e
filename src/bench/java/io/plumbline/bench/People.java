package io.plumbline.bench;

import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientReach;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.search.SortKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;

/** Invented people with names of many languages; the same seed gives the same people. */
final class People {
    private static final int OF_EACH = 300;
    private static final int OLDEST_DAYS = 88 * 365;
    private static final int YOUNGEST_DAYS = 18 * 365;
    private static final List<String> LANGUAGES = List.of(
            "en-US", "en-US", "en-US", "es", "es-MX", "de", "fr", "it", "pl", "pt-BR", "sv", "nl", "tr", "vi", "cs",
            "ja", "zh-CN", "ru", "uk", "ar");

    /** One in so many goes by another name, and as many had another family name before. */
    private static final int ONE_IN = 10;

    private final Random random;
    private final List<Names> names;

    private record Names(List<String> given, List<String> family) {}

    People(Random random) {
        this.random = random;
        names = LANGUAGES.stream().map(this::names).toList();
    }

    private Names names(String language) {
        var faker = new Faker(Locale.forLanguageTag(language), random);
        return new Names(
                Stream.generate(() -> faker.name().firstName()).limit(OF_EACH).toList(),
                Stream.generate(() -> faker.name().lastName()).limit(OF_EACH).toList());
    }

    /** A patient whose phone number no other has. */
    PatientDraft patient(long number, LocalDate today) {
        var language = names.get(random.nextInt(names.size()));
        var given = one(language.given());
        var family = one(language.family()) + (random.nextInt(8) == 0 ? " " + one(language.family()) : "");
        var born = today.minusDays(YOUNGEST_DAYS + random.nextInt(OLDEST_DAYS - YOUNGEST_DAYS));
        return new PatientDraft(
                given,
                family,
                number % ONE_IN == 1 ? other(language.given(), number) : "",
                number % ONE_IN == 2 ? other(language.family(), number) : "",
                born,
                "",
                "",
                phone(number),
                email(given, family, number),
                "",
                "",
                PatientDraft.EmergencyContact.NONE,
                PatientDraft.Guardian.NONE,
                PatientReach.NONE);
    }

    /** By the number alone, so that everybody else stays as they were generated before. */
    private static String other(List<String> some, long number) {
        return some.get((int) (number / ONE_IN % some.size()));
    }

    private static PhoneNumber phone(long number) {
        return new PhoneNumber("+1602" + (2_000_000 + number));
    }

    private @Nullable EmailAddress email(String given, String family, long number) {
        var words = SortKey.of(family, given).replaceAll("[^a-z]+", ".").replaceAll("^\\.+|\\.+$", "");
        return words.isEmpty() || random.nextInt(10) < 4
                ? null
                : new EmailAddress(words.substring(0, Math.min(words.length(), 40)) + number + "@example.org");
    }

    private String one(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
