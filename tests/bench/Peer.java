import java.io.File;
import java.io.FileOutputStream;
import java.io.OutputStream;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.DocumentBuilder;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import java.util.Map;

/** Stylesheets, the edition's document, cables → both readings of each cable, in one JVM: what a Java program would do. */
public class Peer {
    private static final String[] READINGS = {"html", "text"};

    /** Arguments: the folder of stylesheets, the edition's document, the folder to write to, the cables. */
    public static void main(String[] args) throws Exception {
        Processor processor = new Processor(false);
        DocumentBuilder builder = processor.newDocumentBuilder();
        XsltCompiler compiler = processor.newXsltCompiler();
        XdmNode edition = builder.build(new File(args[1]));
        XsltExecutable[] sheets = new XsltExecutable[READINGS.length];
        for (int i = 0; i < READINGS.length; i++) {
            sheets[i] = compiler.compile(new StreamSource(new File(args[0], READINGS[i] + ".xsl")));
        }
        for (int i = 3; i < args.length; i++) {
            File cable = new File(args[i]);
            XdmNode source = builder.build(cable);
            for (int j = 0; j < READINGS.length; j++) {
                File target = new File(args[2], cable.getName() + "." + READINGS[j]);
                try (OutputStream out = new FileOutputStream(target)) {
                    write(processor, sheets[j], edition, source, out);
                }
            }
        }
    }

    private static void write(Processor processor, XsltExecutable sheet, XdmNode edition, XdmNode source, OutputStream out)
            throws Exception {
        Xslt30Transformer transformer = sheet.load30();
        transformer.setStylesheetParameters(Map.of(new QName("edition"), edition));
        transformer.setGlobalContextItem(source);
        Serializer serializer = transformer.newSerializer(out);
        transformer.applyTemplates(source, serializer);
    }
}
