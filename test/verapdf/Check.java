import java.io.FileInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/**
 * Checks PDF files against PDF/UA-1 (ISO 14289-1). Writes a line of tab-separated values for each file and broken rule:
 * path, clause and test, how often, what is wrong, where first. Ends with the line "checked" and the number of files.
 */
public class Check {
  public static void main(String[] paths) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    for (String path : paths) check(path);
    System.out.println("checked\t" + paths.length);
  }

  private static void check(String path) {
    Map<String, TestAssertion> first = new LinkedHashMap<>();
    Map<String, Integer> counts = new LinkedHashMap<>();
    try (FileInputStream in = new FileInputStream(path);
        PDFAParser parser = Foundries.defaultInstance().createParser(in, PDFAFlavour.PDFUA_1);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
      for (TestAssertion assertion : validator.validate(parser).getTestAssertions()) {
        if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
        String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
        first.putIfAbsent(rule, assertion);
        counts.merge(rule, 1, Integer::sum);
      }
    } catch (Exception problem) {
      System.out.println(String.join("\t", path, "unreadable", "1", String.valueOf(problem.getMessage()), ""));
    }
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      TestAssertion assertion = first.get(entry.getKey());
      String where = assertion.getLocation().getContext();
      System.out.println(String.join("\t", path, entry.getKey(), entry.getValue().toString(), assertion.getMessage().replaceAll("\\s+", " "), where));
    }
  }
}
