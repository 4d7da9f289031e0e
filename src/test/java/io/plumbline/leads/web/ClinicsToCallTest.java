package io.plumbline.leads.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.clinics.BusinessHours;
import io.plumbline.clinics.BusinessTime;
import io.plumbline.clinics.CallTimes;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.CombinedCare;
import io.plumbline.clinics.DayPartHours;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ClinicId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** What the public pages say of the clinics for who would rather call. */
class ClinicsToCallTest {
    private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final List<BusinessHours> ALWAYS = Arrays.stream(DayOfWeek.values())
            .map(day -> new BusinessHours(day, LocalTime.of(8, 0), LocalTime.of(18, 0)))
            .toList();

    @Test
    void aSingleClinicIsOfferedForCallsWithoutItsName() {
        var one = clinics(clinic("North", "+16025550100"));
        assertThat(line(one)).isEqualTo("You can also call us: (602) 555-0100");
        assertThat(foot(one)).isEqualTo("North (602) 555-0100 Every day 8:00 AM to 6:00 PM.");
        assertThat(html("call", one)).contains("href=\"tel:+16025550100\"");
    }

    @Test
    void severalClinicsAreOfferedForCallsByName() {
        var two = clinics(clinic("North", "+16025550100"), clinic("South", "+16025550101"));
        assertThat(line(two)).isEqualTo("You can also call us: North (602) 555-0100 · South (602) 555-0101");
        assertThat(foot(two)).startsWith("Our clinics North (602) 555-0100").contains("South (602) 555-0101");
    }

    @Test
    void manyPhoneNumbersAreListedOnlyInTheFooter() {
        var four = clinics(IntStream.range(0, 4)
                .mapToObj(number -> clinic("Clinic " + number, "+1602555010" + number))
                .toArray(ClinicLabel[]::new));
        assertThat(line(four)).isEqualTo("You can also call us.");
        assertThat(html("call", four)).contains("href=\"#clinics\"");
        assertThat(html("clinics", four)).contains("id=\"clinics\"", "tel:+16025550100", "tel:+16025550103");
    }

    @Test
    void aClosedDayIsMentionedOnlyOnThatDay() {
        var phoenix = clinic("North", "+16025550100");
        var closed = ClinicsToCall.of(
                List.of(phoenix), times(List.of(phoenix), ALWAYS, Set.of(TUESDAY)), NOW, TestWords.english());
        assertThat(line(closed)).isEqualTo("You can also call us: (602) 555-0100, closed today");
        assertThat(foot(closed)).endsWith("Every day 8:00 AM to 6:00 PM. Closed today.");
        var tomorrow = ClinicsToCall.of(
                List.of(phoenix),
                times(List.of(phoenix), ALWAYS, Set.of(TUESDAY.plusDays(1))),
                NOW,
                TestWords.english());
        assertThat(foot(tomorrow)).doesNotContain("Closed");
    }

    @Test
    void aClinicShowsItsHoursOrItsPhoneNumberIfTheOtherIsMissing() {
        var silent = clinics(clinic("North", null));
        assertThat(line(silent)).isEmpty();
        assertThat(foot(silent)).isEqualTo("North Every day 8:00 AM to 6:00 PM.");
        var unset = clinic("North", "+16025550100");
        var withoutHours =
                ClinicsToCall.of(List.of(unset), times(List.of(unset), List.of(), Set.of()), NOW, TestWords.english());
        assertThat(foot(withoutHours)).isEqualTo("North (602) 555-0100");
    }

    @Test
    void unknownPhoneNumbersAndHoursAreNotMentioned() {
        var unset = clinic("North", null);
        for (var none : List.of(
                ClinicsToCall.of(List.of(), Map.of(), NOW, TestWords.english()),
                ClinicsToCall.of(List.of(unset), Map.of(), NOW, TestWords.english()),
                ClinicsToCall.of(
                        List.of(unset), times(List.of(unset), List.of(), Set.of(TUESDAY)), NOW, TestWords.english()))) {
            assertThat(line(none)).isEmpty();
            assertThat(foot(none)).isEmpty();
        }
    }

    @Test
    void aClinicNameIsEscaped() {
        assertThat(html("clinics", clinics(clinic("<b>North</b>", "+16025550100"))))
                .contains("&lt;b&gt;North&lt;/b&gt;");
    }

    private static ClinicsToCall clinics(ClinicLabel... some) {
        return ClinicsToCall.of(List.of(some), times(List.of(some), ALWAYS, Set.of()), NOW, TestWords.english());
    }

    private static ClinicLabel clinic(String name, @Nullable String phone) {
        return new ClinicLabel(
                ClinicId.next(),
                "code",
                name,
                ZoneId.of("America/Phoenix"),
                "US",
                phone == null ? null : new PhoneNumber(phone),
                "911",
                CombinedCare.SAME_DAY,
                "");
    }

    private static Map<ClinicId, CallTimes> times(
            List<ClinicLabel> some, List<BusinessHours> hours, Set<LocalDate> closed) {
        return some.stream()
                .map(ClinicLabel::id)
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> new CallTimes(
                                new BusinessTime(ZoneId.of("America/Phoenix"), hours, closed),
                                DayPartHours.usual(),
                                Duration.ofMinutes(15))));
    }

    private static String line(ClinicsToCall some) {
        return text(html("call", some));
    }

    private static String foot(ClinicsToCall some) {
        return text(html("clinics", some));
    }

    private static String text(String html) {
        return html.replaceAll("</(p|h2|h3)>", " ")
                .replaceAll("<[^>]+>", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String html(String part, ClinicsToCall some) {
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setCharacterEncoding("UTF-8");
        var templates = new SpringTemplateEngine();
        templates.setTemplateResolver(files);
        templates.setTemplateEngineMessageSource(TestWords.messages());
        return templates.process("book-clinics", Set.of(part), new Context(Locale.ENGLISH, Map.of("toCall", some)));
    }
}
