package io.plumbline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import io.plumbline.support.Chromium;
import io.plumbline.support.SharedPortal;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** The plans of three patients with full records are read almost without scrolling, and their labels one by one. */
@Tag("long")
@Tag("screens")
@DisabledIfSystemProperty(named = "plumbline.browser", matches = "false")
class PlanHeightIT {
    private static final List<String> PATIENTS = List.of("Jamal Whitfield", "Ingrid Sæther", "Amara Nwosu");
    private static final int MOST_PX = 1000;

    private static final String HEIGHT = """
            () => {
              const page = document.querySelector('.plan-page');
              const content = document.querySelector('vaadin-app-layout').shadowRoot.querySelector('[part~=content]');
              return Math.ceil(page.getBoundingClientRect().bottom + content.scrollTop);
            }""";

    /** Labels that lie upon each other. */
    private static final String COLLIDING = """
            () => {
              const found = [];
              for (const row of document.querySelectorAll('.chart-names')) {
                const labels = [...row.children].map((one) => [one.textContent, one.getBoundingClientRect()]);
                labels.forEach(([a, at], i) => labels.slice(i + 1).forEach(([b, other]) => {
                  const isBeside = at.left >= other.right || other.left >= at.right;
                  const isBelow = at.top >= other.bottom - 1 || other.top >= at.bottom - 1;
                  if (!isBeside && !isBelow) found.push(a + ' / ' + b);
                }));
              }
              return found;
            }""";

    /** Visible text that is smaller than 12 px. */
    private static final String SMALL = """
            () => [...document.querySelectorAll('.plan-page *')]
              .filter((part) => [...part.childNodes].some((one) => one.nodeType === 3 && one.textContent.trim()))
              .filter((part) => part.checkVisibility() && parseFloat(getComputedStyle(part).fontSize) < 12)
              .map((part) => part.textContent)""";

    @Test
    void aPlanIsSeenAtAGlance() {
        var found = new SoftAssertions();
        try (var browser = new Chromium(ColorScheme.LIGHT, Eye.WIDE.width(), Eye.WIDE.height())) {
            var page = browser.page();
            page.navigate(SharedPortal.get().address());
            browser.signIn("chiropractor");
            page.locator(".topbar").waitFor();
            for (var patient : PATIENTS) {
                open(browser, patient);
                var height = ((Number) page.evaluate(HEIGHT)).intValue();
                found.assertThat(height).as("height of the plan of " + patient).isBetween(400, MOST_PX);
                found.assertThat((List<?>) page.evaluate(SMALL)).as(patient).isEmpty();
                for (var window : List.of(Eye.WIDE, Eye.PHONE)) {
                    page.setViewportSize(window.width(), window.height());
                    browser.settle();
                    found.assertThat((List<?>) page.evaluate(COLLIDING))
                            .as(patient + " at " + window.width() + " px")
                            .isEmpty();
                }
                page.setViewportSize(Eye.WIDE.width(), Eye.WIDE.height());
            }
            assertThat(browser.complaints()).isEmpty();
        }
        found.assertAll();
    }

    private static void open(Chromium browser, String patient) {
        var page = browser.page();
        browser.settle();
        page.keyboard().press("Control+k");
        page.keyboard().type(patient);
        page.locator(".find-item")
                .filter(new Locator.FilterOptions().setHasText(patient))
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("visits|On hold")))
                .first()
                .click();
        page.waitForURL(Pattern.compile(".*/plans/[0-9a-f-]{36}"));
        page.locator(".plan-page").waitFor();
        browser.settle();
    }
}
