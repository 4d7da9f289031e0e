package io.plumbline.testbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.testbench.ButtonElement;
import com.vaadin.flow.component.combobox.testbench.ComboBoxElement;
import com.vaadin.flow.component.dialog.testbench.DialogElement;
import com.vaadin.flow.component.select.testbench.SelectElement;
import com.vaadin.testbench.TestBench;
import com.vaadin.testbench.TestBenchTestCase;
import io.plumbline.support.PortalProcess;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;

/** The front desk signs in, opens the schedule and books, in a real browser by Vaadin TestBench. */
class BookingTestBench extends TestBenchTestCase {
    @TempDir
    Path data;

    private PortalProcess portal;

    @BeforeEach
    void opensTheBrowser() {
        portal = PortalProcess.start(data, Map.of());
        var options = new ChromeOptions().addArguments("--headless=new", "--no-sandbox", "--window-size=1280,800");
        var chromium = System.getenv("CHROMIUM_PATH");
        if (chromium != null) {
            options.setBinary(chromium);
        }
        setDriver(TestBench.createDriver(new ChromeDriver(options)));
    }

    @AfterEach
    void closesEverything() {
        if (getDriver() != null) {
            getDriver().quit();
        }
        portal.close();
    }

    @Test
    void theDeskBooksAFreeTimeAndSeesItInTheDay() {
        getDriver().get(portal.address() + "schedule?day=2026-12-01");
        findElement(By.name("username")).sendKeys("frontdesk");
        findElement(By.name("password")).sendKeys("demo-frontdesk-pass", Keys.ENTER);

        waitUntil(shown -> $(ButtonElement.class).withText("Book").exists());
        $(ButtonElement.class).withText("Book").single().click();
        waitUntil(shown -> $(ComboBoxElement.class).withLabel("Patient").exists());
        var patient = $(ComboBoxElement.class).withLabel("Patient").single();
        patient.setFilter("Hana Sato");
        patient.selectByText(patient.getOptions().getFirst());
        choose("Practitioner", "Lena Berg");
        choose("Free time", "11:30");
        $(ButtonElement.class).withText("Book").single().click();

        waitUntil(shown -> !$(DialogElement.class).exists());
        assertThat($("main").single().getText()).contains("Hana Sato", "11:30–12:00 Consultation");
    }

    private void choose(String field, String choice) {
        $(SelectElement.class).withLabel(field).single().selectByText(choice);
    }
}
