package io.plumbline.records.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.CombinedCare;
import io.plumbline.shared.StartRefused;
import io.plumbline.shared.ids.ClinicId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

/** Until when a record is kept by rule, what keeps it longer, and which rules are refused. */
class KeepUntilTest {
    private static final RetentionRule TEXAS = new RetentionRule("US-TX", "Texas", 6, 21);
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    @ParameterizedTest
    @CsvSource({
        // an adult: six years
        "2020-11-23, 1980-05-01, 2026-11-23, true",
        "2020-11-24, 1980-05-01, 2026-11-24, false",
        "2020-11-25, 1980-05-01, 2026-11-25, false",
        // an adult of 18 at the last treatment is 24 after six years
        "2020-11-23, 2002-11-23, 2026-11-23, true",
        // a child: until 21 is longer than six years
        "2014-06-01, 2006-03-15, 2027-03-15, false",
        "2014-06-01, 2005-11-23, 2026-11-23, true",
        // a minor of 17: six years are longer
        "2019-06-01, 2002-01-10, 2025-06-01, true",
        // no year is a day short
        "2020-02-29, 1980-05-01, 2026-03-01, true",
        "2016-02-29, 1980-05-01, 2022-03-01, true",
        "2012-01-01, 2004-02-29, 2025-03-01, true"
    })
    void theLaterOfYearsAndAgeCounts(LocalDate last, LocalDate born, LocalDate until, boolean isOver) {
        var kept = KeepUntil.of(state(last, born), List.of(Optional.of(TEXAS)));
        assertThat(kept.until()).isEqualTo(until);
        assertThat(kept.isOver(TODAY)).isEqualTo(isOver);
        assertThat(kept.keptBy()).isEmpty();
    }

    @Test
    void aLeapDayAfterALeapNumberOfYearsIsALeapDay() {
        var eight = new RetentionRule("US-XX", "Eight", 8, null);
        assertThat(eight.keepUntil(LocalDate.parse("2016-02-29"), null)).isEqualTo("2024-02-29");
    }

    @Test
    void theLongestRuleOfTheClinicsCounts() {
        var ten = new RetentionRule("US-XX", "Ten", 10, null);
        var state = state(LocalDate.parse("2018-05-01"), LocalDate.parse("1980-05-01"));
        var kept = KeepUntil.of(state, List.of(Optional.of(TEXAS), Optional.of(ten)));
        assertThat(kept.until()).isEqualTo("2028-05-01");
        assertThat(kept.rules()).containsExactly(TEXAS, ten);
    }

    @Test
    void aClinicWithoutRuleKeepsTheRecordWithoutEnd() {
        var state = state(LocalDate.parse("1990-05-01"), LocalDate.parse("1950-05-01"));
        for (var rules : List.of(
                List.<Optional<RetentionRule>>of(),
                List.of(Optional.<RetentionRule>empty()),
                List.of(Optional.of(TEXAS), Optional.<RetentionRule>empty()))) {
            var kept = KeepUntil.of(state, rules);
            assertThat(kept.until()).isNull();
            assertThat(kept.keptBy()).containsExactly(KeptBy.NO_RULE);
            assertThat(kept.isOver(TODAY)).isFalse();
        }
    }

    @Test
    void withoutTreatmentOrBirthDateThereIsNoDay() {
        var untreated = KeepUntil.of(state(null, LocalDate.parse("1950-05-01")), List.of(Optional.of(TEXAS)));
        assertThat(untreated.until()).isNull();
        assertThat(untreated.keptBy()).containsExactly(KeptBy.NO_TREATMENT);
        var unknown = KeepUntil.of(state(LocalDate.parse("1990-05-01"), null), List.of(Optional.of(TEXAS)));
        assertThat(unknown.until()).isNull();
        assertThat(unknown.keptBy()).containsExactly(KeptBy.NO_BIRTH_DATE);
        var noMinors = new RetentionRule("US-XX", "No minors", 6, null);
        assertThat(KeepUntil.of(state(LocalDate.parse("1990-05-01"), null), List.of(Optional.of(noMinors)))
                        .until())
                .isEqualTo("1996-05-01");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "LEGAL_HOLD",
                "OPEN_PLAN",
                "OPEN_APPOINTMENT",
                "UNSIGNED_NOTE",
                "OPEN_FLAG",
                "OPEN_REQUEST",
                "RECENT_REQUEST"
            })
    void whatIsOpenKeepsARecordWhoseYearsAreOver(KeptBy reason) {
        var state = new RecordState(
                LocalDate.parse("1990-05-01"),
                LocalDate.parse("1950-05-01"),
                reason == KeptBy.OPEN_PLAN,
                reason == KeptBy.OPEN_APPOINTMENT,
                reason == KeptBy.UNSIGNED_NOTE,
                reason == KeptBy.OPEN_FLAG,
                reason == KeptBy.OPEN_REQUEST,
                reason == KeptBy.RECENT_REQUEST,
                reason == KeptBy.LEGAL_HOLD);
        var kept = KeepUntil.of(state, List.of(Optional.of(TEXAS)));
        assertThat(kept.until()).isEqualTo("1996-05-01");
        assertThat(kept.keptBy()).containsExactly(reason);
        assertThat(kept.isOver(TODAY)).isFalse();
    }

    @Test
    void theRuleOfTexasIsInTheFile() {
        var rules = RetentionRules.read(new ClassPathResource("retention/rules.csv"));
        assertThat(rules.get("US-TX")).satisfies(texas -> {
            assertThat(texas.years()).isEqualTo(6);
            assertThat(texas.minorsUntilAge()).isEqualTo(21);
            assertThat(texas.inWords()).isEqualTo("6 years after the last treatment, and at least until the age of 21");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Texas,Texas,6,21,last-treatment",
                "US-TX,Texas,0,21,last-treatment",
                "US-TX,Texas,six,21,last-treatment",
                "US-TX,Texas,6,210,last-treatment",
                "US-TX,Texas,6,21,discharge",
                "US-TX,Texas,6",
                "US-TX,Texas,6,21,last-treatment\nUS-TX,Texas,7,21,last-treatment"
            })
    void aWrongRuleIsRefusedAndNotGuessed(String lines) {
        var file = "jurisdiction,label,years,minors-until-age,clock-start\n" + lines + "\n";
        assertThatThrownBy(() -> RetentionRules.read(new ByteArrayResource(file.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The retention rules of ");
    }

    @Test
    void aSettingThatNamesNoRuleIsRefused() {
        var file = new ClassPathResource("retention/rules.csv");
        assertThatThrownBy(() -> new RetentionRules(new RetentionSettings(List.of("west=US-ZZ"), file)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("US-ZZ of the clinic west has no rule");
        assertThatThrownBy(() -> new RetentionRules(new RetentionSettings(List.of("west"), file)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("must be such as west=US-TX");
        assertThatThrownBy(() -> new RetentionRules(new RetentionSettings(List.of("w=US-TX", "w=US-TX"), file)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("twice");
    }

    @Test
    void aRuleFileThatCannotBeReadIsRefusedInOneSentence() {
        var file = new ByteArrayResource("jurisdiction\nUS-TX\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> new RetentionRules(new RetentionSettings(List.of(), file)))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("The retention rules of ")
                .hasMessageEndingWith("Correct it, then start again.");
    }

    @Test
    void aSettingThatNamesNoClinicIsRefusedUnlessThereIsNone() {
        var file = new ClassPathResource("retention/rules.csv");
        var settings = new RetentionSettings(List.of("west=US-TX", "wset=US-TX"), file);
        var there = List.of(clinic("west"), clinic("east"));
        assertThatThrownBy(() -> RetentionClinicCheck.check(settings, there))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith(
                        "plumbline.retention.jurisdictions names wset, which is the code of no clinic. The"
                                + " clinics are east, west: correct the setting.");
        assertThatCode(() -> RetentionClinicCheck.check(settings, List.of())).doesNotThrowAnyException();
        assertThatCode(() -> RetentionClinicCheck.check(new RetentionSettings(List.of("east=US-TX"), file), there))
                .doesNotThrowAnyException();
    }

    private static ClinicLabel clinic(String code) {
        return new ClinicLabel(
                new ClinicId(UUID.randomUUID()),
                code,
                code,
                ZoneOffset.UTC,
                "US",
                null,
                "911",
                CombinedCare.SAME_DAY,
                "");
    }

    private static RecordState state(@Nullable LocalDate last, @Nullable LocalDate born) {
        return new RecordState(last, born, false, false, false, false, false, false, false);
    }
}
