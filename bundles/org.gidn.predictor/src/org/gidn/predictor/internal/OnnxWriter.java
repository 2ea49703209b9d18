// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import onnx.Onnx;
import org.nd4j.shade.protobuf.ByteString;

/** Writes trained networks in the Open Neural Network Exchange format (ONNX, operator set 13). */
final class OnnxWriter {
    private static final int IR_VERSION = 7;
    private static final int OPERATOR_SET = 13;
    private static final String INPUT = "designs";
    private static final String OUTPUT = "values";

    private final Onnx.GraphProto.Builder graph = Onnx.GraphProto.newBuilder().setName("predictor");

    private OnnxWriter() {}

    static void write(ModelFile model, Path file) throws IOException {
        Files.write(file, new OnnxWriter().model(model).toByteArray());
    }

    private Onnx.ModelProto model(ModelFile model) {
        Architecture architecture = model.members().get(0).architecture();
        graph.addInput(tensor(INPUT, architecture.inputs()));
        graph.addOutput(tensor(OUTPUT, architecture.outputs()));
        Onnx.NodeProto.Builder mean =
                Onnx.NodeProto.newBuilder().setOpType("Mean").addOutput("learned");
        for (int k = 0; k < model.members().size(); k++) {
            mean.addInput(addNetwork("network" + (k + 1), model.members().get(k)));
        }
        graph.addNode(mean);
        addConstant("unit", model.scalings(), TargetScaling::unit);
        addConstant("origin", model.scalings(), TargetScaling::origin);
        addNode("Mul", "scaled", "learned", "unit");
        switch (model.scalings().get(0).transform()) {
            case IDENTITY -> addNode("Add", OUTPUT, "scaled", "origin");
            case LOGARITHM -> {
                addNode("Add", "logarithm", "scaled", "origin");
                addNode("Exp", OUTPUT, "logarithm");
            }
            case SQUARE_ROOT -> {
                addNode("Add", "shifted", "scaled", "origin");
                addNode("Relu", "root", "shifted");
                addNode("Mul", OUTPUT, "root", "root");
            }
        }
        return Onnx.ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("GIDN Workbench")
                .addOpsetImport(
                        Onnx.OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET))
                .setGraph(graph)
                .build();
    }

    /** Adds one network; returns the name of its output. */
    private String addNetwork(String name, Network network) {
        Architecture architecture = network.architecture();
        String previous = INPUT;
        for (int layer = 1; layer <= architecture.layers(); layer++) {
            String prefix = name + ".layer" + layer;
            int inputs = architecture.size(layer - 1);
            int outputs = architecture.size(layer);
            float[] weights = new float[inputs * outputs];
            float[] biases = new float[outputs];
            for (int neuron = 0; neuron < outputs; neuron++) {
                int row = architecture.offset(layer) + neuron * (inputs + 1);
                System.arraycopy(network.parameters(), row, weights, neuron * inputs, inputs);
                biases[neuron] = network.parameters()[row + inputs];
            }
            addConstant(prefix + ".weights", new long[] {outputs, inputs}, weights);
            addConstant(prefix + ".biases", new long[] {outputs}, biases);
            graph.addNode(Onnx.NodeProto.newBuilder()
                    .setOpType("Gemm")
                    .addInput(previous)
                    .addInput(prefix + ".weights")
                    .addInput(prefix + ".biases")
                    .addOutput(prefix + ".sums")
                    .addAttribute(Onnx.AttributeProto.newBuilder()
                            .setName("transB")
                            .setType(Onnx.AttributeProto.AttributeType.INT)
                            .setI(1)));
            previous = prefix + ".sums";
            if (layer < architecture.layers()) {
                previous = addActivation(architecture.activation(), prefix, previous);
            }
        }
        return previous;
    }

    /** Adds what a layer's neurons do with their sums; returns the name of the result. */
    private String addActivation(Activation activation, String prefix, String sums) {
        String result = prefix + ".activations";
        switch (activation) {
            case RELU -> addNode("Relu", result, sums);
            case TANH -> addNode("Tanh", result, sums);
            case SILU -> {
                addNode("Sigmoid", prefix + ".logistic", sums);
                addNode("Mul", result, sums, prefix + ".logistic");
            }
        }
        return result;
    }

    private void addNode(String operator, String output, String... inputs) {
        Onnx.NodeProto.Builder node =
                Onnx.NodeProto.newBuilder().setOpType(operator).addOutput(output);
        for (String input : inputs) {
            node.addInput(input);
        }
        graph.addNode(node);
    }

    /** One number an output. */
    private void addConstant(String name, List<TargetScaling> scalings, ToDoubleFunction<TargetScaling> number) {
        float[] values = new float[scalings.size()];
        for (int o = 0; o < values.length; o++) {
            values[o] = (float) number.applyAsDouble(scalings.get(o));
        }
        addConstant(name, new long[] {values.length}, values);
    }

    private void addConstant(String name, long[] shape, float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        Onnx.TensorProto.Builder tensor = Onnx.TensorProto.newBuilder()
                .setName(name)
                .setDataType(Onnx.TensorProto.DataType.FLOAT_VALUE)
                .setRawData(ByteString.copyFrom(bytes.array()));
        for (long size : shape) {
            tensor.addDims(size);
        }
        graph.addInitializer(tensor);
    }

    /** A matrix with any number of rows. */
    private static Onnx.ValueInfoProto tensor(String name, int columns) {
        Onnx.TensorShapeProto shape = Onnx.TensorShapeProto.newBuilder()
                .addDim(Onnx.TensorShapeProto.Dimension.newBuilder().setDimParam("N"))
                .addDim(Onnx.TensorShapeProto.Dimension.newBuilder().setDimValue(columns))
                .build();
        return Onnx.ValueInfoProto.newBuilder()
                .setName(name)
                .setType(Onnx.TypeProto.newBuilder()
                        .setTensorType(Onnx.TypeProto.Tensor.newBuilder()
                                .setElemType(Onnx.TensorProto.DataType.FLOAT_VALUE)
                                .setShape(shape)))
                .build();
    }
}
