#include "textflag.h"

// The constants of the sigmoid, see recurrent.go.
DATA consts<>+0(SB)/4, $0.5
DATA consts<>+4(SB)/4, $4.9
DATA consts<>+8(SB)/4, $-4.9
DATA consts<>+12(SB)/4, $135135.0
DATA consts<>+16(SB)/4, $17325.0
DATA consts<>+20(SB)/4, $378.0
DATA consts<>+24(SB)/4, $62370.0
DATA consts<>+28(SB)/4, $3150.0
DATA consts<>+32(SB)/4, $28.0
GLOBL consts<>(SB), RODATA|NOPTR, $36

// SIGMOID(x, q, n, d) sets x to σ(x); q, n and d are scratch.
// Y15 holds 0.5, Y14 4.9, Y13 -4.9.
#define SIGMOID(x, q, n, d) \
	VMULPS Y15, x, x \
	VMINPS Y14, x, x \
	VMAXPS Y13, x, x \
	VMULPS x, x, q \
	VADDPS Y12, q, n \
	VFMADD213PS Y11, q, n \
	VFMADD213PS Y10, q, n \
	VMULPS x, n, n \
	VMOVAPS Y9, d \
	VFMADD213PS Y8, q, d \
	VFMADD213PS Y7, q, d \
	VFMADD213PS Y10, q, d \
	VDIVPS d, n, x \
	VFMADD213PS Y15, Y15, x

// func unitFMA(p *unitArgs)
TEXT ·unitFMA(SB), NOSPLIT, $0-8
	MOVQ p+0(FP), AX
	MOVQ 0(AX), CX   // n
	MOVQ 8(AX), SI   // u
	MOVQ 16(AX), DI  // f
	MOVQ 24(AX), R8  // r
	MOVQ 32(AX), R9  // x
	MOVQ 40(AX), R10 // y
	MOVQ 48(AX), R11 // c
	MOVQ 56(AX), R12 // before
	MOVQ 64(AX), R13 // vf
	MOVQ 72(AX), BX  // vr
	MOVQ 80(AX), DX  // bf
	MOVQ 88(AX), AX  // br
	VBROADCASTSS consts<>+0(SB), Y15
	VBROADCASTSS consts<>+4(SB), Y14
	VBROADCASTSS consts<>+8(SB), Y13
	VBROADCASTSS consts<>+12(SB), Y10
	VBROADCASTSS consts<>+16(SB), Y11
	VBROADCASTSS consts<>+20(SB), Y12
	VBROADCASTSS consts<>+24(SB), Y7
	VBROADCASTSS consts<>+28(SB), Y8
	VBROADCASTSS consts<>+32(SB), Y9
	SHLQ $2, CX
	XORQ R15, R15

step:
	VMOVUPS (R12)(R15*1), Y0 // before
	VMOVUPS (R13)(R15*1), Y1
	VFMADD213PS (DI)(R15*1), Y0, Y1
	VADDPS (DX)(R15*1), Y1, Y1
	SIGMOID(Y1, Y3, Y4, Y5)
	VMOVUPS Y1, (DI)(R15*1) // f
	VMOVUPS (BX)(R15*1), Y2
	VFMADD213PS (R8)(R15*1), Y0, Y2
	VADDPS (AX)(R15*1), Y2, Y2
	SIGMOID(Y2, Y3, Y4, Y5)
	VMOVUPS Y2, (R8)(R15*1) // r
	VMOVUPS (SI)(R15*1), Y3 // u
	VSUBPS Y3, Y0, Y0       // before-u
	VFMADD231PS Y1, Y0, Y3  // c
	VMOVUPS Y3, (R11)(R15*1)
	VMOVUPS (R9)(R15*1), Y4 // x
	VSUBPS Y4, Y3, Y3       // c-x
	VFMADD231PS Y2, Y3, Y4
	VMOVUPS Y4, (R10)(R15*1)
	ADDQ $32, R15
	CMPQ R15, CX
	JLT  step
	VZEROUPPER
	RET

// func addFMA(n int, sum, v *float32)
TEXT ·addFMA(SB), NOSPLIT, $0-24
	MOVQ n+0(FP), CX
	MOVQ sum+8(FP), DI
	MOVQ v+16(FP), SI
	SHLQ $2, CX
	XORQ AX, AX

add:
	VMOVUPS (DI)(AX*1), Y0
	VADDPS (SI)(AX*1), Y0, Y0
	VMOVUPS Y0, (DI)(AX*1)
	ADDQ $32, AX
	CMPQ AX, CX
	JLT  add
	VZEROUPPER
	RET
